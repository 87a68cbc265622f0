/** Tests. */
@NullMarked
package org.voltrail.model.endoflife;

import org.jspecify.annotations.NullMarked;
