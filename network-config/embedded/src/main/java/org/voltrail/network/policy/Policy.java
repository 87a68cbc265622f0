package org.voltrail.network.policy;

import java.util.List;
import java.util.Set;

/** A policy over signatures. Immutable and thread-safe. */
public interface Policy {
    /** Whether the signatures satisfy the policy. Duplicate identities count once; identities and signatures that are not valid are passed over. */
    boolean evaluate(List<SignedData> signatures);

    /** Whether one valid peer of each of these MSPs, all signing, would satisfy the policy. Used to lay out endorsements. */
    boolean satisfiedByPeersOf(Set<String> mspIds);
}
