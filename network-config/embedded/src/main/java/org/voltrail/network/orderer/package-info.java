/** Ordering: what may be broadcast, how blocks are cut, and the service that takes and delivers them. */
@NullMarked
package org.voltrail.network.orderer;

import org.jspecify.annotations.NullMarked;
