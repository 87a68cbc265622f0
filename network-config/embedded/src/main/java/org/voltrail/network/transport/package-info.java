/** The gRPC endpoints of peers and orderers. */
@NullMarked
package org.voltrail.network.transport;

import org.jspecify.annotations.NullMarked;
