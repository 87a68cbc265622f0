package org.voltrail.network.policy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Policies as people write them: {@code OR('A.member', AND('B.peer', 'C.admin'))}, {@code OutOf(2, 'A.peer', 'B.peer', 'C.peer')},
 * and implicit ones such as {@code MAJORITY Admins}. The result is the same, byte for byte, as Fabric's own tools make of it.
 */
public final class PolicyText {
    private static final Pattern PRINCIPAL = Pattern.compile("([\\p{Alnum}.-]+)\\.(admin|member|client|peer|orderer)");

    private PolicyText() {}

    /**
     * Reads a signature policy.
     *
     * @throws PolicyException when the text is not one; the message tells where
     */
    public static SignaturePolicyEnvelope signaturePolicy(String text) throws PolicyException {
        PolicyTextParser.Node root = new PolicyTextParser(text).parse();
        List<MSPPrincipal> principals = new ArrayList<>();
        SignaturePolicy rule = rule(root, principals);
        return SignaturePolicyEnvelope.newBuilder().setVersion(0).setRule(rule).addAllIdentities(principals).build();
    }

    /**
     * Reads an implicit meta policy: ANY, ALL or MAJORITY, a space, and the sub-policy's name.
     *
     * @throws PolicyException when the text is not one
     */
    public static ImplicitMetaPolicy implicitMeta(String text) throws PolicyException {
        String[] words = text.split(" ", -1);
        if (words.length != 2) {
            throw new PolicyException("expected two space separated tokens, but got " + words.length);
        }
        if (!Set.of("ANY", "ALL", "MAJORITY").contains(words[0])) {
            throw new PolicyException("unknown rule type '" + words[0] + "', expected ALL, ANY, or MAJORITY");
        }
        return ImplicitMetaPolicy.newBuilder().setRule(ImplicitMetaPolicy.Rule.valueOf(words[0])).setSubPolicy(words[1]).build();
    }

    /** Any one member of these MSPs. */
    public static SignaturePolicyEnvelope anyMemberOf(List<String> mspIds) {
        return anyOf(mspIds, MSPRoleType.MEMBER);
    }

    /** Any one peer of these MSPs. */
    public static SignaturePolicyEnvelope anyPeerOf(List<String> mspIds) {
        return anyOf(mspIds, MSPRoleType.PEER);
    }

    private static SignaturePolicyEnvelope anyOf(List<String> mspIds, MSPRoleType role) {
        List<String> sorted = mspIds.stream().sorted().toList();
        List<SignaturePolicy> rules = Stream.iterate(0, i -> i + 1).limit(sorted.size()).map(PolicyText::signedBy).toList();
        return SignaturePolicyEnvelope.newBuilder().setRule(nOutOf(1, rules))
                .addAllIdentities(sorted.stream().map(id -> principal(id, role)).toList()).build();
    }

    /** Numbers the principals as Fabric does: those of inner gates before the gate's own. */
    private static SignaturePolicy rule(PolicyTextParser.Node node, List<MSPPrincipal> principals) throws PolicyException {
        requireSense(node);
        List<SignaturePolicy> gates = new ArrayList<>();
        for (PolicyTextParser.Argument argument : node.arguments()) {
            if (argument instanceof PolicyTextParser.Node gate) {
                gates.add(rule(gate, principals));
            }
        }
        List<SignaturePolicy> rules = new ArrayList<>();
        for (PolicyTextParser.Argument argument : node.arguments()) {
            rules.add(argument instanceof PolicyTextParser.Leaf leaf ? signedBy(add(leaf, principals)) : gates.remove(0));
        }
        return nOutOf(node.needed(), rules);
    }

    private static void requireSense(PolicyTextParser.Node node) throws PolicyException {
        int rules = node.arguments().size();
        if (rules == 0) {
            throw new PolicyException("a gate needs at least one argument");
        }
        if (node.needed() > rules + 1) {
            throw new PolicyException("invalid t-out-of-n predicate, t %d, n %d".formatted(node.needed(), rules));
        }
    }

    private static int add(PolicyTextParser.Leaf leaf, List<MSPPrincipal> principals) throws PolicyException {
        Matcher matcher = PRINCIPAL.matcher(leaf.text());
        if (!matcher.matches()) {
            throw new PolicyException("error parsing principal " + leaf.text());
        }
        principals.add(principal(matcher.group(1), MSPRoleType.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))));
        return principals.size() - 1;
    }

    private static MSPPrincipal principal(String mspId, MSPRoleType role) {
        ByteString encoded = MSPRole.newBuilder().setMspIdentifier(mspId).setRole(role).build().toByteString();
        return MSPPrincipal.newBuilder().setPrincipalClassification(MSPPrincipal.Classification.ROLE).setPrincipal(encoded).build();
    }

    private static SignaturePolicy signedBy(int index) {
        return SignaturePolicy.newBuilder().setSignedBy(index).build();
    }

    private static SignaturePolicy nOutOf(int n, List<SignaturePolicy> rules) {
        return SignaturePolicy.newBuilder().setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(n).addAllRules(rules)).build();
    }
}
