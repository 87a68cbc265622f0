package org.voltrail.network.policy;

import java.util.List;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.voltrail.network.identity.Identity;

/** A policy that so many of the sub-groups' policies of one name hold. A sub-group without it counts as refusing. */
record ImplicitMeta(List<Policy> parts, int threshold, Signers signers) implements Policy {
    /** ANY is one, ALL is all, MAJORITY more than half; of nothing, nothing is needed. */
    static int threshold(ImplicitMetaPolicy.Rule rule, int parts) {
        if (parts == 0) {
            return 0;
        }
        return switch (rule) {
            case ANY -> 1;
            case ALL -> parts;
            case MAJORITY -> parts / 2 + 1;
            case UNRECOGNIZED -> 0;
        };
    }

    @Override
    public boolean evaluate(List<SignedData> signatures) {
        return satisfiedBy(signers.of(signatures));
    }

    @Override
    public boolean satisfiedBy(List<Identity> identities) {
        return enough(part -> part.satisfiedBy(identities));
    }

    @Override
    public boolean satisfiedByPeers(List<String> mspIds) {
        return enough(part -> part.satisfiedByPeers(mspIds));
    }

    private boolean enough(Predicate<Policy> holds) {
        return parts.stream().filter(holds).limit(threshold).count() >= threshold;
    }
}
