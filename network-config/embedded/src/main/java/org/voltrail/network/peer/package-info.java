/** What a peer is, and the channels that it takes part in. */
@NullMarked
package org.voltrail.network.peer;

import org.jspecify.annotations.NullMarked;
