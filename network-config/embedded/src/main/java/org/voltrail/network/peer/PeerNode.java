package org.voltrail.network.peer;

import org.voltrail.network.identity.SigningIdentity;

/**
 * A peer of an organisation.
 *
 * @param name the peer's name within the network, such as {@code peer0.manufacturerorg}
 * @param mspId the MSP id of its organisation
 * @param host the host name under which others reach it
 * @param port the port of its gRPC endpoint
 * @param identity the identity that it endorses with
 */
public record PeerNode(String name, String mspId, String host, int port, SigningIdentity identity) {
    /** The external address, {@code host:port}, as error details and discovery tell it. */
    public String address() {
        return host + ":" + port;
    }
}
