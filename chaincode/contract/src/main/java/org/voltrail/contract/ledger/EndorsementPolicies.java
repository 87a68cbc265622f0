package org.voltrail.contract.ledger;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Key-level endorsement policies: a peer of any one of the named organisations. Equal sets have equal bytes. Thread-safe. */
final class EndorsementPolicies {
    private static final Map<List<String>, byte[]> MADE = new ConcurrentHashMap<>();

    private EndorsementPolicies() {}

    /** The serialised policy {@code OR('A.peer', 'B.peer', …)}. */
    static byte[] anyPeerOf(String... msps) {
        List<String> sorted = List.of(msps).stream().distinct().sorted().toList();
        return MADE.computeIfAbsent(sorted, EndorsementPolicies::make);
    }

    private static byte[] make(List<String> msps) {
        SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
        SignaturePolicy.NOutOf.Builder oneOf = SignaturePolicy.NOutOf.newBuilder().setN(1);
        for (int i = 0; i < msps.size(); i++) {
            policy.addIdentities(peer(msps.get(i)));
            oneOf.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
        }
        return policy.setRule(SignaturePolicy.newBuilder().setNOutOf(oneOf)).build().toByteArray();
    }

    private static MSPPrincipal peer(String msp) {
        MSPRole role = MSPRole.newBuilder().setMspIdentifier(msp).setRole(MSPRole.MSPRoleType.PEER).build();
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(role.toByteString())
                .build();
    }
}
