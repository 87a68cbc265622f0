/** Tests. */
@NullMarked
package org.voltrail.contract.oversight;

import org.jspecify.annotations.NullMarked;
