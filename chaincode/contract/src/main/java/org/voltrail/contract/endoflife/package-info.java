/** Contract {@code endoflife}: collection, dismantling, recycling lots, credits of recovered material, disposal. */
@NullMarked
package org.voltrail.contract.endoflife;

import org.jspecify.annotations.NullMarked;
