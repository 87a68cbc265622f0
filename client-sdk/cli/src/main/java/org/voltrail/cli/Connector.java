package org.voltrail.cli;

import org.voltrail.client.ClientOptions;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.ConnectionProfile;

/** Makes clients; tests put another one in its place. */
@FunctionalInterface
public interface Connector {

    /**
     * Makes a client.
     *
     * @param profile the network
     * @param identity who acts
     * @param options channel, chaincode and limits
     * @return a client, to be closed by the caller
     */
    VoltrailClient connect(ConnectionProfile profile, LedgerIdentity identity, ClientOptions options);
}
