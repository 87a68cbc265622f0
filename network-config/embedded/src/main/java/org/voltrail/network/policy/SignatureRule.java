package org.voltrail.network.policy;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * A signature policy's tree. It is evaluated greedily, rule by rule, each signer used at most once and never taken back
 * ({@code common/cauthdsl}); so the order of rules can matter.
 */
sealed interface SignatureRule {
    /** Whether the signer at an index satisfies a principal. */
    @FunctionalInterface
    interface Signer {
        boolean satisfies(int index, MSPPrincipal principal);
    }

    /** Evaluates the rule; marks the signers it has used. What a rule has marked when it fails must not be counted. */
    boolean evaluate(Signer signer, boolean[] used);

    static SignatureRule compile(SignaturePolicyEnvelope envelope) throws PolicyException {
        return compile(envelope.getRule(), envelope.getIdentitiesList());
    }

    private static SignatureRule compile(SignaturePolicy policy, List<MSPPrincipal> principals) throws PolicyException {
        return switch (policy.getTypeCase()) {
            case SIGNED_BY -> signedBy(policy.getSignedBy(), principals);
            case N_OUT_OF -> nOutOf(policy.getNOutOf(), principals);
            default -> throw new PolicyException("Empty policy element");
        };
    }

    private static SignatureRule signedBy(int index, List<MSPPrincipal> principals) throws PolicyException {
        if (index < 0 || index >= principals.size()) {
            throw new PolicyException("identity index out of range, requested %d, but identities length is %d".formatted(index, principals.size()));
        }
        return new SignedBy(principals.get(index));
    }

    private static SignatureRule nOutOf(SignaturePolicy.NOutOf policy, List<MSPPrincipal> principals) throws PolicyException {
        List<SignatureRule> rules = new ArrayList<>();
        for (SignaturePolicy rule : policy.getRulesList()) {
            rules.add(compile(rule, principals));
        }
        return new NOutOf(policy.getN(), rules);
    }

    /** The first signer not yet used that satisfies the principal is used. */
    record SignedBy(MSPPrincipal principal) implements SignatureRule {
        @Override
        public boolean evaluate(Signer signer, boolean[] used) {
            for (int i = 0; i < used.length; i++) {
                if (!used[i] && signer.satisfies(i, principal)) {
                    used[i] = true;
                    return true;
                }
            }
            return false;
        }
    }

    /** At least n of the rules hold, each with signers of its own. */
    record NOutOf(int n, List<SignatureRule> rules) implements SignatureRule {
        @Override
        public boolean evaluate(Signer signer, boolean[] used) {
            int satisfied = 0;
            for (SignatureRule rule : rules) {
                boolean[] attempt = used.clone();
                if (rule.evaluate(signer, attempt)) {
                    satisfied++;
                    System.arraycopy(attempt, 0, used, 0, used.length);
                }
            }
            return satisfied >= n;
        }
    }
}
