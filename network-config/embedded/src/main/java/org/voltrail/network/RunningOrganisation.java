package org.voltrail.network;

import java.util.List;
import java.util.Map;
import org.voltrail.network.ca.rest.FabricCaServer;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.node.PeerServer;
import org.voltrail.network.organisation.Organisation;

/** An organisation whose authority and peers run. */
record RunningOrganisation(Organisation organisation, SigningIdentity admin, FabricCaServer ca, List<RunningPeer> peers)
        implements AutoCloseable {
    RunningOrganisation {
        peers = List.copyOf(peers);
    }

    @Override
    public void close() {
        ca.close();
    }

    /** A running peer with the settings that its chaincodes' addresses are looked up in. */
    record RunningPeer(String name, PeerServer server, Map<String, String> settings) {}
}
