package org.voltrail.network.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.voltrail.network.identity.Identity;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;

/** Tells who has signed and what they satisfy. */
final class Signers {
    private final MspManager msps;

    Signers(MspManager msps) {
        this.msps = msps;
    }

    List<Identity> of(List<SignedData> signatures) {
        List<Identity> signers = new ArrayList<>(signatures.size());
        Set<String> seen = new HashSet<>();
        for (SignedData signed : signatures) {
            parse(signed).filter(identity -> isNew(identity, signed, seen)).ifPresent(signers::add);
        }
        return signers;
    }

    private Optional<Identity> parse(SignedData signed) {
        try {
            return Optional.of(msps.deserialize(signed.identity()));
        } catch (MspException e) {
            return Optional.empty();
        }
    }

    /** Only a good signature makes an identity count as seen; the second time it is not even verified. */
    private static boolean isNew(Identity identity, SignedData signed, Set<String> seen) {
        String key = identity.mspId() + identity.id();
        if (seen.contains(key) || !identity.verify(signed.data(), signed.signature())) {
            return false;
        }
        return seen.add(key);
    }

    boolean satisfies(Identity identity, MSPPrincipal principal) {
        return msps.satisfies(identity, principal);
    }

    boolean peerSatisfies(String mspId, MSPPrincipal principal) {
        return msps.peerSatisfies(mspId, principal);
    }
}
