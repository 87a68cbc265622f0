package org.voltrail.network.policy;

import java.util.List;
import org.voltrail.network.identity.Identity;

/** A signature policy. */
record SignatureBased(SignatureRule rule, Signers signers) implements Policy {
    @Override
    public boolean evaluate(List<SignedData> signatures) {
        return satisfiedBy(signers.of(signatures));
    }

    @Override
    public boolean satisfiedBy(List<Identity> identities) {
        return rule.evaluate((index, principal) -> signers.satisfies(identities.get(index), principal), new boolean[identities.size()]);
    }

    @Override
    public boolean satisfiedByPeers(List<String> mspIds) {
        return rule.evaluate((index, principal) -> signers.peerSatisfies(mspIds.get(index), principal), new boolean[mspIds.size()]);
    }
}
