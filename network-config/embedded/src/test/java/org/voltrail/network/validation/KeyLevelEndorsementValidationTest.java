package org.voltrail.network.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;
import static org.voltrail.network.ledger.fixture.ChannelFixture.PEERS;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.SimulationResult;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.ledger.fixture.ChannelFixture.Work;

/** Policies of keys and collections: which of them a write has to satisfy. */
class KeyLevelEndorsementValidationTest {
    private static final SigningIdentity ORG1 = PEERS.get(0);
    private static final SigningIdentity ORG2 = PEERS.get(1);
    private static final SigningIdentity ORG3 = PEERS.get(2);

    @TempDir
    Path directory;

    private ChannelFixture channel;

    @BeforeEach
    void deploy() {
        channel = ChannelFixture.in(directory);
        channel.deploy(
                ChannelFixture.collection("shared", "Org1MSP", "Org2MSP").build(),
                ChannelFixture.collection("guarded", "Org1MSP", "Org2MSP")
                        .setEndorsementPolicy(ApplicationPolicy.newBuilder().setSignaturePolicy(ChannelFixture.anyOf("Org3MSP")))
                        .build());
        channel.submit(sim -> {
            sim.putState(CHAINCODE, "battery", new byte[] {1});
            sim.setStateMetadata(CHAINCODE, "battery", policyOf("Org2MSP"));
        });
    }

    @AfterEach
    void close() {
        channel.close();
    }

    @Test
    void theKeysOwnPolicyReplacesTheChaincodes() {
        assertThat(verdict(put("battery"), ORG2)).isEqualTo(VALID);
    }

    @Test
    void aMajorityOfOthersCannotWriteAKeyWithItsOwnPolicy() {
        assertThat(verdict(put("battery"), ORG1, ORG3)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anotherKeyInTheSameTransactionStillNeedsTheChaincodesPolicy() {
        Work both = sim -> {
            sim.putState(CHAINCODE, "battery", new byte[] {2});
            sim.putState(CHAINCODE, "event", new byte[] {2});
        };
        assertThat(verdict(both, ORG2)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(both, ORG1, ORG2)).isEqualTo(VALID);
    }

    @Test
    void changingAPolicyNeedsTheOldOne() {
        Work handOver = sim -> sim.setStateMetadata(CHAINCODE, "battery", policyOf("Org3MSP"));
        assertThat(verdict(handOver, ORG1, ORG3)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(handOver, ORG2)).isEqualTo(VALID);
        assertThat(verdict(put("battery"), ORG3)).isEqualTo(VALID);
    }

    @Test
    void aWriteAfterTheKeysPolicyChangedInTheSameBlockIsInvalid() {
        Envelope handOver = endorsed(sim -> sim.setStateMetadata(CHAINCODE, "battery", policyOf("Org3MSP")), ORG2);
        Envelope byOldHolder = endorsed(put("battery"), ORG2);
        Envelope byNewHolder = endorsed(put("battery"), ORG3);
        Envelope unrelated = endorsed(put("other"), ORG1, ORG2);

        assertThat(ChannelFixture.verdicts(channel.commit(handOver, byOldHolder, byNewHolder, unrelated)))
                .containsExactly(VALID, ENDORSEMENT_POLICY_FAILURE, ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void aPolicyChangeThatIsItselfInvalidChangesNothingForTheBlock() {
        Envelope theft = endorsed(sim -> sim.setStateMetadata(CHAINCODE, "battery", policyOf("Org3MSP")), ORG3);
        Envelope byHolder = endorsed(put("battery"), ORG2);

        assertThat(ChannelFixture.verdicts(channel.commit(theft, byHolder))).containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void aWriteKeepsTheKeysPolicyAndADeleteRemovesIt() {
        assertThat(verdict(put("battery"), ORG2)).isEqualTo(VALID);
        assertThat(verdict(put("battery"), ORG1, ORG3)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(sim -> sim.deleteState(CHAINCODE, "battery"), ORG2)).isEqualTo(VALID);
        assertThat(verdict(put("battery"), ORG1, ORG3)).isEqualTo(VALID);
    }

    @Test
    void aCollectionWithoutItsOwnPolicyTakesTheChaincodes() {
        Work write = sim -> sim.putPrivateData(CHAINCODE, "shared", "k", new byte[] {1});
        assertThat(verdict(write, ORG1)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(write, ORG1, ORG2)).isEqualTo(VALID);
    }

    @Test
    void aCollectionsOwnPolicyReplacesTheChaincodes() {
        Work write = sim -> sim.putPrivateData(CHAINCODE, "guarded", "k", new byte[] {1});
        assertThat(verdict(write, ORG1, ORG2)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(write, ORG3)).isEqualTo(VALID);
    }

    @Test
    void anImplicitCollectionIsItsOrganisationsAlone() {
        Work write = sim -> sim.putPrivateData(CHAINCODE, "_implicit_org_Org2MSP", "k", new byte[] {1});
        assertThat(verdict(write, ORG1, ORG3)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(write, ORG2)).isEqualTo(VALID);
    }

    @Test
    void aPrivateKeysOwnPolicyReplacesItsCollections() {
        assertThat(verdict(sim -> {
            sim.putPrivateData(CHAINCODE, "shared", "k", new byte[] {1});
            sim.setPrivateDataMetadata(CHAINCODE, "shared", "k", policyOf("Org3MSP"));
        }, ORG1, ORG2)).isEqualTo(VALID);

        Work write = sim -> sim.putPrivateData(CHAINCODE, "shared", "k", new byte[] {2});
        assertThat(verdict(write, ORG1, ORG2)).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
        assertThat(verdict(write, ORG3)).isEqualTo(VALID);
    }

    @Test
    void theSimulationTellsUnderWhichPoliciesItsWritesStand() {
        SimulationResult result = channel.simulate(sim -> {
            sim.putState(CHAINCODE, "battery", new byte[] {2});
            sim.putPrivateData(CHAINCODE, "shared", "k", new byte[] {1});
        });

        assertThat(result.writes().get(CHAINCODE).get("").underCommonPolicy()).isFalse();
        assertThat(result.writes().get(CHAINCODE).get("").keyPolicies())
                .containsExactly(ChannelFixture.anyOf("Org2MSP").toByteString());
        assertThat(result.writes().get(CHAINCODE).get("shared").underCommonPolicy()).isTrue();
    }

    private static Map<String, byte[]> policyOf(String mspId) {
        return Map.of("VALIDATION_PARAMETER", ChannelFixture.anyOf(mspId).toByteArray());
    }

    private static Work put(String key) {
        return sim -> sim.putState(CHAINCODE, key, new byte[] {9});
    }

    private TxValidationCode verdict(Work work, SigningIdentity... endorsers) {
        return ChannelFixture.verdicts(channel.commit(endorsed(work, endorsers))).get(0);
    }

    private Envelope endorsed(Work work, SigningIdentity... endorsers) {
        return channel.newTransaction().results(channel.simulate(work).publicResults()).endorsers(endorsers).envelope();
    }

    @Test
    void aWriteToACollectionThatIsNotDefinedFails() {
        SimulationResult real = channel.simulate(sim -> sim.putPrivateData(CHAINCODE, "shared", "k", new byte[] {1}));
        var namespace = real.publicResults().getNsRwset(1).toBuilder();
        namespace.setCollectionHashedRwset(0, namespace.getCollectionHashedRwset(0).toBuilder().setCollectionName("nowhere"));
        Envelope transaction = channel.newTransaction()
                .results(real.publicResults().toBuilder().setNsRwset(1, namespace).build())
                .envelope();

        assertThat(ChannelFixture.verdicts(channel.commit(transaction))).isEqualTo(List.of(ENDORSEMENT_POLICY_FAILURE));
    }
}
