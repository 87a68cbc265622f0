package org.voltrail.network.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CREATOR_SIGNATURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_HEADER_EXTENSION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RESPONSE_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_RWSET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ILLEGAL_WRITESET;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CONFIG_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_OTHER_REASON;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.voltrail.network.ledger.fixture.ChannelFixture.CHAINCODE;
import static org.voltrail.network.ledger.fixture.ChannelFixture.ORGANISATIONS;
import static org.voltrail.network.ledger.fixture.ChannelFixture.PEERS;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.SimulationResult;
import org.voltrail.network.ledger.fixture.ChannelFixture;
import org.voltrail.network.ledger.fixture.TransactionFixture;
import org.voltrail.network.testing.TestOrganisation;

class TransactionValidationTest {
    private static final ByteString GARBAGE = ByteString.copyFromUtf8("zzzz");

    @TempDir
    static Path directory;

    private static ChannelFixture channel;
    private static SimulationResult write;

    @BeforeAll
    static void deploy() {
        channel = ChannelFixture.in(directory);
        channel.deploy();
        write = channel.simulate(sim -> sim.putState(CHAINCODE, "k", new byte[] {1}));
    }

    @AfterAll
    static void close() {
        channel.close();
    }

    @Test
    void aTransactionEndorsedByAllIsValid() {
        assertThat(verdict(transaction())).isEqualTo(VALID);
    }

    @Test
    void anEnvelopeThatCannotBeReadIsInvalidForAnotherReason() {
        assertThat(verdict(GARBAGE)).isEqualTo(INVALID_OTHER_REASON);
    }

    @Test
    void anEmptyEnvelopeHasNoHeader() {
        assertThat(verdict(ByteString.EMPTY)).isEqualTo(BAD_COMMON_HEADER);
    }

    @Test
    void aPayloadThatCannotBeReadIsBad() {
        assertThat(verdict(transaction().envelope(e -> e.setPayload(GARBAGE)))).isEqualTo(BAD_PAYLOAD);
    }

    @Test
    void aHeaderOfAnUnknownTypeIsBad() {
        assertThat(verdict(transaction().channelHeader(h -> h.setType(HeaderType.MESSAGE_VALUE)))).isEqualTo(BAD_COMMON_HEADER);
    }

    @Test
    void aHeaderOfAnotherEpochIsBad() {
        assertThat(verdict(transaction().channelHeader(h -> h.setEpoch(1)))).isEqualTo(BAD_COMMON_HEADER);
    }

    @Test
    void aHeaderWithoutNonceIsBad() {
        assertThat(verdict(transaction().signatureHeader(h -> h.clearNonce()))).isEqualTo(BAD_COMMON_HEADER);
    }

    @Test
    void aHeaderWithoutCreatorIsBad() {
        assertThat(verdict(transaction().signatureHeader(h -> h.clearCreator()))).isEqualTo(BAD_COMMON_HEADER);
    }

    @Test
    void aTransactionMustBeSignedByItsCreator() {
        assertThat(verdict(transaction().envelope(e -> e.setSignature(GARBAGE)))).isEqualTo(BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aTransactionMustNotBeChangedAfterItWasSigned() {
        ByteString signature = channel.newTransaction().results(write.publicResults()).envelope().getSignature();
        assertThat(verdict(transaction().envelope(e -> e.setSignature(signature)))).isEqualTo(BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aCreatorOfAnUnknownOrganisationIsRefused() {
        SigningIdentity stranger = new TestOrganisation("StrangerMSP").client("client");
        assertThat(verdict(transaction().creator(stranger))).isEqualTo(BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aCreatorWhoseCertificateAnotherAuthorityIssuedIsRefused() {
        SigningIdentity thief = new TestOrganisation("Org1MSP").client("client");
        assertThat(verdict(transaction().creator(thief))).isEqualTo(BAD_CREATOR_SIGNATURE);
    }

    @Test
    void anotherChannelsTransactionIsRefused() {
        assertThat(verdict(transaction().channelHeader(h -> h.setChannelId("other")))).isEqualTo(BAD_CREATOR_SIGNATURE);
    }

    @Test
    void aConfigurationUpdateDoesNotBelongInABlock() {
        assertThat(verdict(transaction().channelHeader(h -> h.setType(HeaderType.CONFIG_UPDATE_VALUE)))).isEqualTo(UNSUPPORTED_TX_PAYLOAD);
    }

    @Test
    void aConfigurationTransactionMustHoldAConfiguration() {
        TransactionFixture empty = transaction().channelHeader(h -> h.setType(HeaderType.CONFIG_VALUE)).payload(p -> p.clearData());
        assertThat(verdict(empty)).isEqualTo(INVALID_CONFIG_TRANSACTION);
    }

    @Test
    void aTransactionIdMustBeMadeOfNonceAndCreator() {
        assertThat(verdict(transaction().channelHeader(h -> h.setTxId("1234")))).isEqualTo(BAD_PROPOSAL_TXID);
    }

    @Test
    void aTransactionWithoutActionIsInvalid() {
        assertThat(verdict(transaction().transaction(t -> t.clearActions()))).isEqualTo(INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void aTransactionOfTwoActionsIsInvalid() {
        assertThat(verdict(transaction().transaction(t -> t.addActions(t.getActions(0))))).isEqualTo(INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void anEndorsementOfAnotherProposalIsInvalid() {
        assertThat(verdict(transaction().response(r -> r.setProposalHash(GARBAGE)))).isEqualTo(INVALID_ENDORSER_TRANSACTION);
    }

    @Test
    void aTransactionIdThatTheLedgerHasIsADuplicate() {
        Envelope once = transaction().envelope();
        assertThat(verdict(once.toByteString())).isEqualTo(VALID);
        assertThat(verdict(once.toByteString())).isEqualTo(DUPLICATE_TXID);
    }

    @Test
    void theSecondOfTwoEqualTransactionsInABlockIsADuplicate() {
        ByteString once = transaction().envelope().toByteString();
        assertThat(verdicts(once, once)).containsExactly(VALID, DUPLICATE_TXID);
    }

    @Test
    void anInvalidTransactionDoesNotMakeTheValidOneWithItsIdADuplicateInTheSameBlock() {
        TransactionFixture transaction = transaction().endorsers(PEERS.get(0));
        ByteString tooFew = transaction.envelope().toByteString();
        ByteString enough = transaction.endorsers(PEERS.get(0), PEERS.get(1)).envelope().toByteString();
        assertThat(verdicts(tooFew, enough)).containsExactly(ENDORSEMENT_POLICY_FAILURE, VALID);
    }

    @Test
    void aHeaderExtensionMustBeReadable() {
        assertThat(verdict(transaction().channelHeader(h -> h.setExtension(GARBAGE)))).isEqualTo(BAD_HEADER_EXTENSION);
    }

    @Test
    void aResponseMustHoldAChaincodeAction() {
        assertThat(verdict(transaction().response(r -> r.clearExtension()))).isEqualTo(BAD_RESPONSE_PAYLOAD);
        assertThat(verdict(transaction().response(r -> r.setExtension(GARBAGE)))).isEqualTo(BAD_RESPONSE_PAYLOAD);
    }

    @Test
    void aReadWriteSetMustBeReadable() {
        assertThat(verdict(transaction().results(GARBAGE))).isEqualTo(BAD_RWSET);
    }

    @Test
    void aNestedReadWriteSetMustBeReadable() {
        NsReadWriteSet unreadable = NsReadWriteSet.newBuilder().setNamespace(CHAINCODE).setRwset(GARBAGE).build();
        assertThat(verdict(transaction().results(TxReadWriteSet.newBuilder().addNsRwset(unreadable).build()))).isEqualTo(BAD_RWSET);
    }

    @Test
    void aNamespaceMustNotOccurTwice() {
        TxReadWriteSet twice =
                write.publicResults().toBuilder().addNsRwset(write.publicResults().getNsRwset(0)).build();
        assertThat(verdict(transaction().results(twice))).isEqualTo(ILLEGAL_WRITESET);
    }

    @Test
    void aChaincodeThatIsNotDefinedIsInvalid() {
        assertThat(verdict(transaction().chaincode("nowhere"))).isEqualTo(INVALID_CHAINCODE);
    }

    @Test
    void aSystemChaincodeCannotBeSubmittedTo() {
        assertThat(verdict(transaction().chaincode("qscc"))).isEqualTo(INVALID_CHAINCODE);
    }

    @Test
    void theEndorsedChaincodeMustBeTheProposedOne() {
        ChaincodeID other = ChaincodeID.newBuilder().setName("other").setVersion("1").build();
        assertThat(verdict(transaction().action(a -> a.setChaincodeId(other)))).isEqualTo(INVALID_CHAINCODE);
    }

    @Test
    void theEndorsedChaincodeMustHaveAVersion() {
        ChaincodeID noVersion = ChaincodeID.newBuilder().setName(CHAINCODE).build();
        assertThat(verdict(transaction().action(a -> a.setChaincodeId(noVersion)))).isEqualTo(INVALID_CHAINCODE);
    }

    @Test
    void theEndorsedChaincodeMustBeNamed() {
        assertThat(verdict(transaction().action(a -> a.clearChaincodeId()))).isEqualTo(INVALID_OTHER_REASON);
    }

    @Test
    void anEventMustBeTheInvokedChaincodesOwn() {
        ByteString foreign = ChaincodeEvent.newBuilder().setChaincodeId("other").build().toByteString();
        assertThat(verdict(transaction().action(a -> a.setEvents(foreign)))).isEqualTo(INVALID_OTHER_REASON);
    }

    @Test
    void oneEndorsementOfThreeIsNoMajority() {
        assertThat(verdict(transaction().endorsers(PEERS.get(0)))).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void twoEndorsementsOfThreeAreAMajority() {
        assertThat(verdict(transaction().endorsers(PEERS.get(0), PEERS.get(2)))).isEqualTo(VALID);
    }

    @Test
    void endorsementsOfOneOrganisationCountOnce() {
        SigningIdentity second = ORGANISATIONS.get(0).peer("peer1");
        assertThat(verdict(transaction().endorsers(PEERS.get(0), second))).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void aClientCannotEndorse() {
        SigningIdentity client = ORGANISATIONS.get(1).client("client");
        assertThat(verdict(transaction().endorsers(PEERS.get(0), client))).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void anEndorsementWithAForgedSignatureDoesNotCount() {
        assertThat(verdict(transaction().endorsement(e -> e.setSignature(GARBAGE)))).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void writingToTheLifecycleNeedsTheLifecyclesPolicy() {
        SimulationResult definition = channel.simulate(sim -> sim.putState("_lifecycle", "namespaces/fields/x/Sequence", new byte[] {1}));
        TransactionFixture transaction = channel.newTransaction().results(definition.publicResults());
        assertThat(verdict(transaction.endorsers(PEERS.get(0)))).isEqualTo(ENDORSEMENT_POLICY_FAILURE);
    }

    @Test
    void writingToAChaincodeThatIsNotDefinedIsInvalid() {
        SimulationResult elsewhere = channel.simulate(sim -> sim.putState("nowhere", "k", new byte[] {1}));
        assertThat(verdict(channel.newTransaction().results(elsewhere.publicResults()))).isEqualTo(INVALID_CHAINCODE);
    }

    private static TransactionFixture transaction() {
        return channel.newTransaction().results(write.publicResults());
    }

    private static TxValidationCode verdict(TransactionFixture transaction) {
        return verdict(transaction.envelope().toByteString());
    }

    private static TxValidationCode verdict(ByteString envelope) {
        return verdicts(envelope).get(0);
    }

    private static List<TxValidationCode> verdicts(ByteString... envelopes) {
        return ChannelFixture.verdicts(channel.ledger().commit(channel.nextBlock(List.of(envelopes))));
    }
}
