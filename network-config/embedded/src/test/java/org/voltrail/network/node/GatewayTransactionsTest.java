package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.voltrail.network.node.SharedNetwork.CARRIER;
import static org.voltrail.network.node.SharedNetwork.MANUFACTURER;
import static org.voltrail.network.node.SharedNetwork.RECYCLER;
import static org.voltrail.network.node.SharedNetwork.text;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Transactions of an unmodified client with a contract on an unmodified shim. */
class GatewayTransactionsTest {
    private static RunningNetwork network;
    private static Contract contract;
    private static Contract open;

    @BeforeAll
    static void connect() {
        network = SharedNetwork.get();
        contract = SharedNetwork.contract(MANUFACTURER, "sample");
        open = SharedNetwork.contract(MANUFACTURER, "open");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Status.Code code) {
        return assertThatThrownBy(call).satisfies(failure -> assertThat(statusOf(failure)).isEqualTo(code));
    }

    private static Status.Code statusOf(Throwable failure) {
        return failure instanceof GatewayException checked
                ? checked.getStatus().getCode()
                : ((GatewayRuntimeException) failure).getStatus().getCode();
    }

    private static List<ErrorDetail> details(Throwable failure) {
        return ((GatewayException) failure).getDetails();
    }

    private static ErrorDetail detail(String mspId, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(network.address(mspId))
                .setMspId(mspId)
                .setMessage(message)
                .build();
    }

    @Test
    void whatIsSubmittedCanBeReadThroughEveryOrganisation() throws Exception {
        assertThat(text(contract.submitTransaction("put", "battery", "new"))).isEqualTo("new");
        for (String organisation : List.of(MANUFACTURER, RECYCLER, CARRIER)) {
            Contract elsewhere = SharedNetwork.contract(organisation, "sample");
            assertThat(text(elsewhere.evaluateTransaction("get", "battery"))).isEqualTo("new");
        }
    }

    @Test
    void aTransactionDoesNotReadItsOwnWrites() throws Exception {
        assertThat(text(contract.submitTransaction("readOwnWrite", "own-write", "1"))).isEmpty();
        assertThat(text(contract.submitTransaction("readOwnWrite", "own-write", "2"))).isEqualTo("1");
    }

    @Test
    void theContractSeesWhoCalls() throws Exception {
        assertThat(text(SharedNetwork.contract(RECYCLER, "sample").evaluateTransaction("caller"))).isEqualTo(RECYCLER);
    }

    @Test
    void anEvaluationRunsOnThePeerOfTheNamedOrganisation() throws Exception {
        assertThat(text(contract.evaluateTransaction("peer"))).isEqualTo(MANUFACTURER);
        assertThat(text(contract.newProposal("peer").setEndorsingOrganizations(CARRIER).build().evaluate())).isEqualTo(CARRIER);
    }

    @Test
    void rangesComeInByteOrderWhateverTheirLength() throws Exception {
        contract.submitTransaction("putMany", "range-", "250", "x");
        String keys = text(contract.evaluateTransaction("range", "range-", "range-~"));
        assertThat(keys.split(",")).hasSize(250).isSorted().startsWith("range-00000").endsWith("range-00249");
    }

    @Test
    void pagesGoOnWhereTheirBookmarkSays() throws Exception {
        contract.submitTransaction("putMany", "page-", "5", "x");
        assertThat(text(contract.evaluateTransaction("page", "page-", "page-~", "2", "")))
                .isEqualTo("page-00000,page-00001|page-00002");
        assertThat(text(contract.evaluateTransaction("page", "page-", "page-~", "3", "page-00002")))
                .isEqualTo("page-00002,page-00003,page-00004|");
    }

    @Test
    void aHistoryComesNewestFirst() throws Exception {
        contract.submitTransaction("put", "history", "1");
        contract.submitTransaction("put", "history", "2");
        contract.submitTransaction("delete", "history");
        assertThat(text(contract.evaluateTransaction("history", "history"))).isEqualTo("deleted,2,1");
    }

    @Test
    void compositeKeysAreFoundByTheirFirstParts() throws Exception {
        contract.submitTransaction("putComposite", "part", "pack", "a");
        contract.submitTransaction("putComposite", "part", "pack", "b");
        contract.submitTransaction("putComposite", "part", "other", "c");
        assertThat(text(contract.evaluateTransaction("composites", "part", "pack"))).isEqualTo("packa,packb");
    }

    @Test
    void richQueriesAreRefusedAsOnLevelDb() {
        assertFails(() -> contract.evaluateTransaction("query", "{}"), Status.Code.UNKNOWN);
    }

    @Test
    void aContractsRefusalOfAnEvaluationIsItsMessage() {
        assertFails(() -> contract.evaluateTransaction("fail", "no such battery"), Status.Code.UNKNOWN)
                .hasMessageContaining("evaluate call to endorser returned error: chaincode response 500, no such battery")
                .satisfies(failure ->
                        assertThat(details(failure)).containsExactly(detail(MANUFACTURER, "chaincode response 500, no such battery")));
    }

    @Test
    void aContractsRefusalOfASubmissionIsInTheDetails() {
        assertFails(() -> contract.submitTransaction("fail", "no such battery"), Status.Code.ABORTED)
                .isInstanceOf(EndorseException.class)
                .hasMessageContaining("failed to endorse transaction, see attached details for more info")
                .satisfies(failure ->
                        assertThat(details(failure)).containsExactly(detail(MANUFACTURER, "chaincode response 500, no such battery")));
    }

    @Test
    void anUnknownChaincodeIsNamed() {
        Contract unknown = SharedNetwork.contract(MANUFACTURER, "unknown");
        assertFails(() -> unknown.submitTransaction("put", "a", "b"), Status.Code.FAILED_PRECONDITION)
                .hasMessageContaining("no combination of peers can be derived which satisfy the endorsement policy: No metadata was found"
                        + " for chaincode unknown in channel test");
        assertFails(() -> unknown.evaluateTransaction("get", "a"), Status.Code.FAILED_PRECONDITION)
                .hasMessageContaining("no peers available to evaluate chaincode unknown in channel test");
    }

    @Test
    void oneRefusingOrganisationIsMadeUpForByAnother() throws Exception {
        assertThat(text(contract.submitTransaction("failAt", CARRIER))).isEqualTo("done");
    }

    @Test
    void aRefusingOrganisationThatIsAskedForIsTold() {
        Proposal proposal = contract.newProposal("failAt")
                .addArguments(CARRIER)
                .setEndorsingOrganizations(MANUFACTURER, CARRIER)
                .build();
        assertFails(proposal::endorse, Status.Code.ABORTED)
                .hasMessageContaining("failed to collect enough transaction endorsements, see attached details for more info")
                .satisfies(failure -> assertThat(details(failure))
                        .containsExactly(detail(CARRIER, "chaincode response 500, CarrierMSP refuses to endorse this")));
    }

    @Test
    void organisationsWithoutPeersCannotBeAskedFor() {
        Proposal proposal = contract.newProposal("put")
                .addArguments("a", "b")
                .setEndorsingOrganizations("NobodyMSP")
                .build();
        assertFails(proposal::endorse, Status.Code.UNAVAILABLE)
                .hasMessageContaining("failed to find any endorsing peers for org(s): NobodyMSP");
    }

    @Test
    void aContractThatIsNotDeterministicIsFoundOut() {
        assertFails(() -> contract.submitTransaction("random"), Status.Code.ABORTED)
                .hasMessageContaining("failed to collect enough transaction endorsements")
                .satisfies(failure -> assertThat(details(failure))
                        .hasSize(2)
                        .allSatisfy(detail -> assertThat(detail.getMessage()).isEqualTo("ProposalResponsePayloads do not match")));
    }

    @Test
    void tooFewEndorsementsMakeTheTransactionInvalid() throws Exception {
        Transaction transaction = contract.newProposal("put")
                .addArguments("weak", "1")
                .setEndorsingOrganizations(MANUFACTURER)
                .build()
                .endorse();
        assertThatThrownBy(transaction::submit)
                .asInstanceOf(type(CommitException.class))
                .extracting(CommitException::getCode)
                .isEqualTo(TxValidationCode.ENDORSEMENT_POLICY_FAILURE);
        assertThat(text(contract.evaluateTransaction("get", "weak"))).isEmpty();
    }

    @Test
    void theSecondOfTwoUpdatesOfWhatBothReadFails() throws Exception {
        contract.submitTransaction("put", "contended", "0");
        Transaction first = contract.newProposal("update").addArguments("contended", "1").build().endorse();
        Transaction second = contract.newProposal("update").addArguments("contended", "2").build().endorse();
        first.submit();
        assertThatThrownBy(second::submit)
                .asInstanceOf(type(CommitException.class))
                .extracting(CommitException::getCode)
                .isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(text(contract.evaluateTransaction("get", "contended"))).isEqualTo("1");
    }

    @Test
    void aKeyThatAppearsInACountedRangeMakesTheCountFail() throws Exception {
        contract.submitTransaction("put", "phantom-1", "x");
        Transaction count = contract.newProposal("countInto").addArguments("phantom-", "phantom-~", "count").build().endorse();
        contract.submitTransaction("put", "phantom-2", "x");
        assertThatThrownBy(count::submit)
                .asInstanceOf(type(CommitException.class))
                .extracting(CommitException::getCode)
                .isEqualTo(TxValidationCode.PHANTOM_READ_CONFLICT);
    }

    @Test
    void aTransactionCannotBeSubmittedTwice() throws Exception {
        Proposal proposal = contract.newProposal("put").addArguments("twice", "1").build();
        Transaction transaction = proposal.endorse();
        transaction.submit();
        assertFails(proposal::endorse, Status.Code.ABORTED)
                .satisfies(failure -> assertThat(details(failure))
                        .singleElement()
                        .satisfies(detail -> assertThat(detail.getMessage())
                                .startsWith("duplicate transaction found [" + transaction.getTransactionId() + "]. Creator [")));
    }

    @Test
    void theCommitStatusCanBeAskedForBeforeAndAfterTheCommit() throws Exception {
        SubmittedTransaction submitted =
                contract.newProposal("put").addArguments("status", "1").build().endorse().submitAsync();
        assertThat(submitted.getStatus().isSuccessful()).isTrue();
        assertThat(submitted.getStatus().getBlockNumber()).isPositive();
    }

    @Test
    void anotherOrganisationsMemberMayUseAPeerButMustBeWhoItSays() throws Exception {
        Member stranger = new Member(RECYCLER, network.client(MANUFACTURER).certificate(), network.client(MANUFACTURER).keys());
        Contract pretending =
                network.gateway(MANUFACTURER, stranger).getNetwork(RunningNetwork.CHANNEL).getContract("sample");
        assertFails(() -> pretending.evaluateTransaction("get", "a"), Status.Code.FAILED_PRECONDITION)
                .hasMessageContaining("evaluate call to endorser returned error: error validating proposal: access denied: channel [test]"
                        + " creator org unknown, creator is malformed");
        Contract recycler = network.gateway(MANUFACTURER, network.client(RECYCLER))
                .getNetwork(RunningNetwork.CHANNEL)
                .getContract("sample");
        assertThat(text(recycler.evaluateTransaction("caller"))).isEqualTo(RECYCLER);
    }

    @Test
    void aForgedSignatureIsRefused() {
        Member forger = new Member(MANUFACTURER, network.client(MANUFACTURER).certificate(), network.client(RECYCLER).keys());
        Contract forged = network.gateway(MANUFACTURER, forger).getNetwork(RunningNetwork.CHANNEL).getContract("sample");
        assertFails(() -> forged.submitTransaction("put", "forged", "1"), Status.Code.ABORTED)
                .satisfies(failure -> assertThat(details(failure))
                        .containsExactly(detail(
                                MANUFACTURER,
                                "error validating proposal: access denied: channel [test] creator org [ManufacturerMSP]")));
    }

    @Test
    void aPeerMayNotPropose() {
        Member peer = Member.of(network.organisation(MANUFACTURER), "peer9", "peer");
        Contract contractOfPeer = network.gateway(MANUFACTURER, peer).getNetwork(RunningNetwork.CHANNEL).getContract("sample");
        assertFails(() -> contractOfPeer.evaluateTransaction("get", "a"), Status.Code.FAILED_PRECONDITION)
                .hasMessageContaining("/Channel/Application/Writers");
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        Member guest = Member.of(network.organisation(MANUFACTURER), "guest", "client", Duration.ofSeconds(-1));
        Contract late = network.gateway(MANUFACTURER, guest).getNetwork(RunningNetwork.CHANNEL).getContract("sample");
        String others = "rpc error: code = Unknown desc = proposal client identity expired";
        assertFails(() -> late.evaluateTransaction("get", "a"), Status.Code.UNAVAILABLE)
                .hasMessageContaining("failed to evaluate transaction, see attached details for more info")
                .satisfies(failure -> assertThat(details(failure))
                        .containsExactlyInAnyOrder(
                                detail(MANUFACTURER, "proposal client identity expired"), detail(RECYCLER, others), detail(CARRIER, others)));
        assertFails(() -> late.submitTransaction("put", "a", "b"), Status.Code.ABORTED)
                .satisfies(failure -> assertThat(details(failure))
                        .containsExactly(detail(MANUFACTURER, "proposal client identity expired")));
    }

    @Test
    void anUnknownChannelIsTold() {
        Contract nowhere = network.gateway(MANUFACTURER).getNetwork("nowhere").getContract("sample");
        assertFails(() -> nowhere.evaluateTransaction("get", "a"), Status.Code.UNAVAILABLE)
                .hasMessageContaining("failed to get config for channel [nowhere]");
        assertFails(() -> nowhere.submitTransaction("put", "a", "b"), Status.Code.FAILED_PRECONDITION)
                .hasMessageContaining("No metadata was found for chaincode sample in channel nowhere");
    }

    @Test
    void aChaincodeThatTakesTooLongIsGivenUp() {
        assertFails(() -> contract.evaluateTransaction("sleep", "6000"), Status.Code.ABORTED)
                .hasMessageContaining("failed to evaluate transaction, see attached details for more info")
                .satisfies(failure -> assertThat(details(failure)).hasSize(3).allSatisfy(detail -> assertThat(detail.getMessage())
                        .endsWith("timeout expired while executing transaction")));
    }

    @Test
    void aChaincodeCallsAnotherInTheSameTransaction() throws Exception {
        assertThat(text(contract.submitTransaction("call", "open", "put", "called", "1"))).isEqualTo("200 1");
        assertThat(text(open.evaluateTransaction("get", "called"))).isEqualTo("1");
        assertThat(text(contract.evaluateTransaction("get", "called"))).isEmpty();
    }

    @Test
    void aChaincodeCannotCallItselfOrAnUnknownOne() throws Exception {
        assertFails(() -> contract.submitTransaction("call", "sample", "put", "a", "b"), Status.Code.ABORTED);
        assertFails(() -> contract.submitTransaction("call", "unknown", "put", "a", "b"), Status.Code.ABORTED);
    }
}
