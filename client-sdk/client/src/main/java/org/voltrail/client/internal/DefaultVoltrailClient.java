package org.voltrail.client.internal;

import org.voltrail.client.ClientOptions;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.profile.ConnectionProfile;

/** {@link VoltrailClient} over the Fabric Gateway. */
public final class DefaultVoltrailClient {
    private DefaultVoltrailClient() {}

    /** Makes a client. */
    public static VoltrailClient connect(ConnectionProfile profile, LedgerIdentity identity, ClientOptions options) {
        throw new UnsupportedOperationException("under construction");
    }
}
