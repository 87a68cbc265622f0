package org.voltrail.network.policy;

import java.util.List;
import java.util.Set;
import org.voltrail.network.identity.Identity;

/** A policy over signatures. Immutable and thread-safe. */
public interface Policy {
    /** Whether the signatures satisfy the policy. Duplicate identities count once; identities and signatures that are not valid are passed over. */
    boolean evaluate(List<SignedData> signatures);

    /**
     * Whether these signers satisfy the policy, their signatures having been verified: for several policies over the same
     * signatures, see {@link PolicyManager#signers}. Those who are no members satisfy nothing.
     */
    boolean satisfiedBy(List<Identity> signers);

    /** Whether one valid peer of each of these MSPs, all signing, would satisfy the policy. Used to lay out endorsements. */
    default boolean satisfiedByPeersOf(Set<String> mspIds) {
        return satisfiedByPeers(List.copyOf(mspIds));
    }

    /** Whether distinct valid peers, one for each mention of an MSP, would satisfy the policy. */
    boolean satisfiedByPeers(List<String> mspIds);
}
