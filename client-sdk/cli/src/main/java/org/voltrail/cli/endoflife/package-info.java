/** Commands about the end of life: collection, recycling lots, recovered materials, disposal. */
@NullMarked
package org.voltrail.cli.endoflife;

import org.jspecify.annotations.NullMarked;
