/** Delivering committed blocks: whole, filtered, with private data; from the past and as they come. */
@NullMarked
package org.voltrail.network.deliver;

import org.jspecify.annotations.NullMarked;
