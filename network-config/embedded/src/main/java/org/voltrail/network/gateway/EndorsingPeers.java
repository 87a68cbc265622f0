package org.voltrail.network.gateway;

import java.util.List;

/** The network's peers as they are now. Thread-safe. */
@FunctionalInterface
public interface EndorsingPeers {
    List<EndorsingPeer> list();
}
