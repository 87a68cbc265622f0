package org.voltrail.network.policy;

import java.util.List;
import org.voltrail.network.identity.Identity;

/** A policy that nothing satisfies: one that is missing or malformed. */
enum Unsatisfiable implements Policy {
    INSTANCE;

    @Override
    public boolean evaluate(List<SignedData> signatures) {
        return false;
    }

    @Override
    public boolean satisfiedBy(List<Identity> signers) {
        return false;
    }

    @Override
    public boolean satisfiedByPeers(List<String> mspIds) {
        return false;
    }
}
