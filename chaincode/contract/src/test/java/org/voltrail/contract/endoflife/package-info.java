/** Tests. */
@NullMarked
package org.voltrail.contract.endoflife;

import org.jspecify.annotations.NullMarked;
