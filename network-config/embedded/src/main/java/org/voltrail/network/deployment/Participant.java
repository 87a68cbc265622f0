package org.voltrail.network.deployment;

import java.util.List;
import org.voltrail.network.endorser.Endorser;
import org.voltrail.network.identity.SigningIdentity;

/** An organisation that takes part in a deployment: its administrator and its peers. */
public record Participant(String mspId, SigningIdentity admin, List<Endorser> peers) {
    public Participant {
        peers = List.copyOf(peers);
    }
}
