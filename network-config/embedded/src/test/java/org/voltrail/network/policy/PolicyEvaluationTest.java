package org.voltrail.network.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Policy.PolicyType;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.junit.jupiter.api.Test;
import org.voltrail.network.identity.MspException;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.testing.Principal;
import org.voltrail.network.testing.TestOrganisation;

class PolicyEvaluationTest {
    private static final byte[] MESSAGE = {1, 2, 3};
    private static final List<TestOrganisation> ORGANISATIONS = Stream.of("A", "B", "C", "D", "E").map(TestOrganisation::new).toList();
    private static final List<SigningIdentity> PEERS = ORGANISATIONS.stream().map(o -> o.peer("peer0")).toList();
    private static final PolicyManager POLICIES = policies(ConfigGroup.getDefaultInstance());

    /** A policy's tree, in which each organisation may be named by one leaf only: then greedy evaluation is plain counting. */
    record Tree(int organisation, int needed, List<Tree> parts) {
        SignaturePolicy toRule() {
            if (parts.isEmpty()) {
                return SignaturePolicy.newBuilder().setSignedBy(organisation).build();
            }
            return SignaturePolicy.newBuilder().setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(needed)
                    .addAllRules(parts.stream().map(Tree::toRule).toList())).build();
        }

        boolean holds(Set<Integer> signed) {
            return parts.isEmpty() ? signed.contains(organisation) : parts.stream().filter(p -> p.holds(signed)).count() >= needed;
        }
    }

    @Property(tries = 300)
    void aPolicyHoldsExactlyWhenCountingSaysSo(@ForAll("trees") Tree tree, @ForAll("signers") Set<Integer> signed) {
        Policy policy = POLICIES.signaturePolicy(envelope(tree.toRule()));
        List<SignedData> signatures = signed.stream().map(i -> sign(PEERS.get(i))).toList();
        assertThat(policy.evaluate(signatures)).isEqualTo(tree.holds(signed));
        assertThat(policy.satisfiedBy(POLICIES.signers(signatures))).isEqualTo(tree.holds(signed));
        assertThat(policy.satisfiedByPeersOf(names(signed))).isEqualTo(tree.holds(signed));
    }

    @Property(tries = 200)
    void nothingIsSatisfiedByTheSameSignatureTwice(@ForAll("signers") Set<Integer> signed, @ForAll("signers") Set<Integer> again) {
        Policy twoOfOne = POLICIES.signaturePolicy(SignaturePolicyEnvelope.newBuilder()
                .setRule(nOutOf(2, signedBy(0), signedBy(0))).addIdentities(Principal.role("A", MSPRoleType.PEER)).build());
        List<SignedData> signatures = Stream.concat(signed.stream(), again.stream()).map(i -> sign(PEERS.get(i))).toList();
        assertThat(twoOfOne.evaluate(signatures)).isFalse();
    }

    @Provide
    Arbitrary<Tree> trees() {
        return Arbitraries.shuffle(List.of(0, 1, 2, 3, 4)).flatMap(order -> tree(order, 3));
    }

    private static Arbitrary<Tree> tree(List<Integer> organisations, int depth) {
        Tree leaf = new Tree(organisations.get(0), 0, List.of());
        if (organisations.size() == 1 || depth == 0) {
            return Arbitraries.just(leaf);
        }
        return Arbitraries.integers().between(1, organisations.size() - 1).flatMap(cut -> tree(organisations.subList(0, cut), depth - 1)
                .flatMap(left -> tree(organisations.subList(cut, organisations.size()), depth - 1)
                        .flatMap(right -> Arbitraries.integers().between(0, 3).map(n -> new Tree(-1, n, List.of(left, right))))));
    }

    @Provide
    Arbitrary<Set<Integer>> signers() {
        return Arbitraries.integers().between(0, 4).set();
    }

    @Test
    void twoPeersOfOneOrganisationCountAsTwo() {
        Policy twoPeers = POLICIES.signaturePolicy(SignaturePolicyEnvelope.newBuilder()
                .setRule(nOutOf(2, signedBy(0), signedBy(0))).addIdentities(Principal.role("A", MSPRoleType.PEER)).build());
        assertThat(twoPeers.evaluate(List.of(sign(PEERS.get(0)), sign(ORGANISATIONS.get(0).peer("peer1"))))).isTrue();
        assertThat(twoPeers.satisfiedByPeersOf(Set.of("A"))).isFalse();
        assertThat(twoPeers.satisfiedByPeers(List.of("A", "A"))).isTrue();
    }

    @Test
    void evaluationIsGreedyAsInFabric() throws PolicyException {
        SigningIdentity peer = PEERS.get(0);
        SigningIdentity admin = ORGANISATIONS.get(0).admin("admin");
        Policy memberFirst = POLICIES.signaturePolicy(PolicyText.signaturePolicy("AND('A.member', 'A.peer')"));
        assertThat(memberFirst.evaluate(List.of(sign(admin), sign(peer)))).isTrue();
        assertThat(memberFirst.evaluate(List.of(sign(peer), sign(admin)))).isFalse();
    }

    @Test
    void aBadSignatureIsPassedOverAndTheSameIdentityMaySignWellAfterIt() throws PolicyException {
        SigningIdentity peer = PEERS.get(0);
        SignedData bad = new SignedData(new byte[] {9}, peer.serialized(), peer.sign(MESSAGE));
        SignedData stranger = sign(new TestOrganisation("Z").peer("p"));
        Policy policy = POLICIES.signaturePolicy(PolicyText.signaturePolicy("OR('A.peer')"));
        assertThat(policy.evaluate(List.of(bad, stranger))).isFalse();
        assertThat(policy.evaluate(List.of(bad, stranger, sign(peer)))).isTrue();
        assertThat(policy.evaluate(List.of(new SignedData(MESSAGE, ByteString.copyFromUtf8("?"), new byte[0])))).isFalse();
    }

    @Test
    void aPeerIsNoAdminAndNoClient() throws PolicyException {
        assertThat(POLICIES.signaturePolicy(PolicyText.signaturePolicy("OR('A.admin', 'A.client', 'A.orderer')")).evaluate(List.of(sign(PEERS.get(0))))).isFalse();
    }

    @Test
    void malformedPoliciesAreSatisfiedByNothing() {
        List<SignedData> everyone = PEERS.stream().map(PolicyEvaluationTest::sign).toList();
        assertThat(POLICIES.signaturePolicy(SignaturePolicyEnvelope.getDefaultInstance()).evaluate(everyone)).isFalse();
        assertThat(POLICIES.signaturePolicy(envelope(signedBy(7))).evaluate(everyone)).isFalse();
        assertThat(POLICIES.applicationPolicy(ApplicationPolicy.getDefaultInstance()).evaluate(everyone)).isFalse();
        assertThat(POLICIES.applicationPolicy(ApplicationPolicy.newBuilder().setChannelConfigPolicyReference("/Channel/None").build()).evaluate(everyone)).isFalse();
    }

    @Test
    void implicitPoliciesCountTheSubGroupsThatAgree() throws PolicyException {
        ConfigGroup root = ConfigGroup.newBuilder().putGroups("Application", application(ORGANISATIONS.size(), "MAJORITY Endorsement", "ANY Endorsement", "ALL Endorsement"))
                .putPolicies("Any", implicit("ANY Majority")).build();
        PolicyManager manager = policies(root);
        for (int signed = 0; signed <= ORGANISATIONS.size(); signed++) {
            List<SignedData> signatures = IntStream.range(0, signed).mapToObj(i -> sign(PEERS.get(i))).toList();
            assertThat(manager.policy("/Channel/Application/Any").orElseThrow().evaluate(signatures)).isEqualTo(signed >= 1);
            assertThat(manager.policy("/Channel/Application/Majority").orElseThrow().evaluate(signatures)).isEqualTo(signed >= 3);
            assertThat(manager.policy("/Channel/Application/All").orElseThrow().evaluate(signatures)).isEqualTo(signed >= 5);
            assertThat(manager.policy("/Channel/Any").orElseThrow().evaluate(signatures)).isEqualTo(signed >= 3);
            assertThat(manager.policy("/Channel/Application/Majority").orElseThrow().satisfiedByPeersOf(names(new HashSet<>(IntStream.range(0, signed).boxed().toList()))))
                    .isEqualTo(signed >= 3);
        }
        ApplicationPolicy reference = ApplicationPolicy.newBuilder().setChannelConfigPolicyReference("/Channel/Application/Majority").build();
        assertThat(manager.applicationPolicy(reference).evaluate(PEERS.stream().map(PolicyEvaluationTest::sign).toList())).isTrue();
        assertThat(manager.policy("/Channel/Application/Nothing")).isEmpty();
    }

    @Test
    void aSubGroupWithoutThePolicyCountsAsRefusing() throws PolicyException {
        ConfigGroup.Builder application = application(2, "MAJORITY Endorsement", "ANY Endorsement", "ALL Endorsement").toBuilder();
        application.putGroups("C", ConfigGroup.getDefaultInstance()).putGroups("D", ConfigGroup.getDefaultInstance());
        PolicyManager manager = policies(ConfigGroup.newBuilder().putGroups("Application", application.build()).build());
        List<SignedData> everyone = PEERS.stream().map(PolicyEvaluationTest::sign).toList();
        assertThat(manager.policy("/Channel/Application/Majority").orElseThrow().evaluate(everyone)).isFalse();
    }

    @Test
    void ofNoSubGroupsNothingIsNeeded() throws PolicyException {
        PolicyManager manager = policies(ConfigGroup.newBuilder().putPolicies("All", implicit("ALL Admins")).build());
        assertThat(manager.policy("/Channel/All").orElseThrow().evaluate(List.of())).isTrue();
    }

    @Test
    void aConfigurationWithAMalformedPolicyIsRefused() {
        ConfigGroup root = ConfigGroup.newBuilder().putPolicies("Bad", ConfigPolicy.newBuilder()
                .setPolicy(org.hyperledger.fabric.protos.common.Policy.newBuilder().setType(PolicyType.SIGNATURE_VALUE)
                        .setValue(envelope(signedBy(9)).toByteString())).build()).build();
        assertThatThrownBy(() -> PolicyManager.of(root, msps())).isInstanceOf(PolicyException.class)
                .hasMessage("policy Bad at path /Channel did not compile: identity index out of range, requested 9, but identities length is 5");
    }

    private static ConfigGroup application(int organisations, String majority, String any, String all) throws PolicyException {
        ConfigGroup.Builder application = ConfigGroup.newBuilder()
                .putPolicies("Majority", implicit(majority)).putPolicies("Any", implicit(any)).putPolicies("All", implicit(all));
        for (TestOrganisation organisation : ORGANISATIONS.subList(0, organisations)) {
            SignaturePolicyEnvelope policy = PolicyText.signaturePolicy("OR('" + organisation.mspId() + ".peer')");
            application.putGroups(organisation.mspId(), ConfigGroup.newBuilder().putPolicies("Endorsement", ConfigPolicy.newBuilder()
                    .setPolicy(org.hyperledger.fabric.protos.common.Policy.newBuilder().setType(PolicyType.SIGNATURE_VALUE).setValue(policy.toByteString()))
                    .build()).build());
        }
        return application.build();
    }

    private static ConfigPolicy implicit(String text) throws PolicyException {
        return ConfigPolicy.newBuilder().setPolicy(org.hyperledger.fabric.protos.common.Policy.newBuilder()
                .setType(PolicyType.IMPLICIT_META_VALUE).setValue(PolicyText.implicitMeta(text).toByteString())).build();
    }

    private static SignaturePolicyEnvelope envelope(SignaturePolicy rule) {
        List<MSPPrincipal> principals = new ArrayList<>();
        ORGANISATIONS.forEach(o -> principals.add(Principal.role(o.mspId(), MSPRoleType.PEER)));
        return SignaturePolicyEnvelope.newBuilder().setRule(rule).addAllIdentities(principals).build();
    }

    private static SignaturePolicy signedBy(int index) {
        return SignaturePolicy.newBuilder().setSignedBy(index).build();
    }

    private static SignaturePolicy nOutOf(int n, SignaturePolicy... rules) {
        return SignaturePolicy.newBuilder().setNOutOf(SignaturePolicy.NOutOf.newBuilder().setN(n).addAllRules(List.of(rules))).build();
    }

    private static SignedData sign(SigningIdentity identity) {
        return new SignedData(MESSAGE, identity.serialized(), identity.sign(MESSAGE));
    }

    private static Set<String> names(Set<Integer> indexes) {
        return new HashSet<>(indexes.stream().map(i -> ORGANISATIONS.get(i).mspId()).toList());
    }

    private static MspManager msps() {
        try {
            return MspManager.of(ORGANISATIONS.stream().map(o -> o.msp()).toList());
        } catch (MspException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PolicyManager policies(ConfigGroup root) {
        try {
            return PolicyManager.of(root, msps());
        } catch (PolicyException e) {
            throw new IllegalStateException(e);
        }
    }
}
