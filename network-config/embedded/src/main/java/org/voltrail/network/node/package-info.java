/** The running parts of the network put together: channels, peers with their endpoints, the orderer. */
@NullMarked
package org.voltrail.network.node;

import org.jspecify.annotations.NullMarked;
