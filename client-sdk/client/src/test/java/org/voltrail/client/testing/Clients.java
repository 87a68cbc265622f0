package org.voltrail.client.testing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.Organisation;
import org.voltrail.client.profile.Peer;

/** Clients of fake peers. */
public final class Clients {
    public static final ClientOptions QUICK = ClientOptions.DEFAULT.withRetry(
            RetryPolicy.DEFAULT.withAttempts(4).withPauses(Duration.ofMillis(1), Duration.ofMillis(20)));

    private Clients() {}

    public static VoltrailClient of(FakePeer... peers) {
        return of(QUICK, peers);
    }

    public static VoltrailClient of(ClientOptions options, FakePeer... peers) {
        Map<String, Peer> byName = new LinkedHashMap<>();
        for (int i = 0; i < peers.length; i++) {
            byName.put("peer" + i, peers[i].peer("peer" + i));
        }
        Organisation organisation = new Organisation("ManufacturerOrg", "ManufacturerMSP", List.copyOf(byName.keySet()), List.of());
        ConnectionProfile profile = new ConnectionProfile(
                "test", null, Map.of("ManufacturerOrg", organisation), byName, Map.of(), List.of());
        return VoltrailClient.connect(profile, Certificates.identity(), options);
    }
}
