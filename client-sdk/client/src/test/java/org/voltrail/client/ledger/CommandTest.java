package org.voltrail.client.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.voltrail.client.testing.FakePeer.failure;

import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.Deadlines;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.testing.Clients;
import org.voltrail.client.testing.FakePeer;
import org.voltrail.client.testing.Note;
import org.voltrail.model.ErrorCode;

class CommandTest {
    private static final String REFUSAL =
            "chaincode response 500, {\"code\":\"NOT_HOLDER\",\"field\":\"command.battery\",\"message\":\"You do not hold it.\"}";
    private static final String FIRST = "failed to endorse transaction, see attached details for more info";
    private static final String LATER = "failed to collect enough transaction endorsements, see attached details for more info";

    private final FakePeer peer = FakePeer.start();
    private final FakePeer second = FakePeer.start();
    private final VoltrailClient client = Clients.of(peer);

    @AfterEach
    void close() {
        client.close();
        peer.close();
        second.close();
    }

    @Test
    void aCommittedCommandTellsResultBlockAndAttempts() {
        Committed<Note.Answer> committed =
                client.submitAndWait(new Note.Take("x"), CommandOptions.NONE.withCommandId("order-1"));

        assertThat(committed.result()).isEqualTo(new Note.Answer("done"));
        assertThat(committed.blockNumber()).isEqualTo(42);
        assertThat(committed.attempts()).isEqualTo(1);
        assertThat(committed.commandId()).isEqualTo(CommandId.of("order-1"));
        assertThat(committed.transactionId()).matches("[0-9a-f]{64}");
        assertThat(peer.arguments()).containsExactly("{\"command\":{\"text\":\"x\"},\"commandId\":\"order-1\"}");
        assertThat(peer.log()).containsExactly("endorse", "submit", "commitStatus");
    }

    @Test
    void aConflictingCommandIsProposedAgainUnderTheSameCommandId() {
        peer.committing(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(3);
        assertThat(peer.arguments()).hasSize(3);
        assertThat(peer.arguments().stream().distinct()).hasSize(1);
    }

    @Test
    void aCommandThatGoesOnConflictingFailsAfterTheLastAttempt() {
        peer.committing(
                TxValidationCode.MVCC_READ_CONFLICT,
                TxValidationCode.MVCC_READ_CONFLICT,
                TxValidationCode.MVCC_READ_CONFLICT,
                TxValidationCode.MVCC_READ_CONFLICT);

        CommitException failure =
                catchThrowableOfType(CommitException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(failure.validationCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        assertThat(failure.blockNumber()).isEqualTo(7);
        assertThat(failure.attempts()).isEqualTo(4);
    }

    @Test
    void aPolicyThatChangedInBetweenIsAskedForOnceMoreAndNoMore() {
        peer.committing(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, TxValidationCode.ENDORSEMENT_POLICY_FAILURE);

        CommitException failure =
                catchThrowableOfType(CommitException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(failure.attempts()).isEqualTo(2);
    }

    @Test
    void anyOtherInvalidTransactionIsFinal() {
        peer.committing(TxValidationCode.BAD_CREATOR_SIGNATURE);

        CommitException failure =
                catchThrowableOfType(CommitException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(failure.attempts()).isEqualTo(1);
    }

    @Test
    void aRefusalIsFinalAndCarriesTheLedgersError() {
        peer.failingEndorse(failure(Status.Code.ABORTED, FIRST, REFUSAL));

        LedgerRefusedException refused =
                catchThrowableOfType(LedgerRefusedException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(refused.code()).isEqualTo(ErrorCode.NOT_HOLDER);
        assertThat(refused.error().field()).isEqualTo("command.battery");
        assertThat(refused).hasMessage("NOT_HOLDER: You do not hold it. (command.battery)");
        assertThat(refused.transactionId()).matches("[0-9a-f]{64}");
        assertThat(peer.log()).containsExactly("endorse");
    }

    @Test
    void aRefusalThatIsNoJsonIsAnInternalErrorInItsOwnWords() {
        peer.failingEndorse(failure(Status.Code.ABORTED, FIRST, "chaincode response 500, Undefined contract method called"));

        LedgerRefusedException refused =
                catchThrowableOfType(LedgerRefusedException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(refused.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(refused.error().message()).isEqualTo("Undefined contract method called");
    }

    @Test
    void aRefusalByALaterEndorserIsTakenForLagAndRepeated() {
        peer.failingEndorse(failure(Status.Code.ABORTED, LATER, REFUSAL));

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(2);
    }

    @Test
    void aRefusalByAllEndorsersThatWereNamedIsFinal() {
        peer.failingEndorse(failure(Status.Code.ABORTED, LATER, REFUSAL), failure(Status.Code.ABORTED, LATER, REFUSAL));

        assertThatThrownBy(() -> client.submitAndWait(
                        new Note.Take("x"), CommandOptions.NONE.withEndorsingOrganisations("RecyclerMSP")))
                .isInstanceOf(LedgerRefusedException.class);
        assertThat(client.submitAndWait(
                                new Note.Take("x"), CommandOptions.NONE.withEndorsingOrganisations("RecyclerMSP", "CarrierMSP"))
                        .attempts())
                .isEqualTo(2);
    }

    @Test
    void endorsementsThatDoNotMatchAreAskedForAgain() {
        peer.failingEndorse(failure(Status.Code.ABORTED, LATER, "ProposalResponsePayloads do not match"));

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(2);
    }

    @Test
    void peersThatDoNotYetKnowEachOtherAreWaitedFor() {
        peer.failingEndorse(failure(
                Status.Code.FAILED_PRECONDITION, "no combination of peers can be derived which satisfy the endorsement policy"));

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(2);
    }

    @Test
    void aFaultOfTheClientsIsFinal() {
        peer.failingEndorse(failure(Status.Code.FAILED_PRECONDITION, "error validating proposal", "access denied: channel [voltrail]"));

        EndorseException failure =
                catchThrowableOfType(EndorseException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.status()).isEqualTo(Status.Code.FAILED_PRECONDITION);
        assertThat(failure.faults())
                .containsExactly(new PeerFault("peer0.example.org:7051", "RecyclerMSP", "access denied: channel [voltrail]"));
        assertThat(failure).hasMessageContaining("access denied");
    }

    @Test
    void aProposalThatThePeerDoesNotTakeIsNotRepeated() {
        peer.failingEndorse(failure(
                Status.Code.ABORTED, FIRST, "error validating proposal: access denied: channel [voltrail] creator org unknown"));

        EndorseException failure =
                catchThrowableOfType(EndorseException.class, () -> client.submitAndWait(new Note.Take("x")));

        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(CommandTest.class.getName()));
    }

    @Test
    void whenThePeerIsGoneTheNextOneCarriesOn() {
        try (VoltrailClient failingOver = Clients.of(peer, second)) {
            peer.stop();

            assertThat(failingOver.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(1);
            assertThat(second.log()).containsExactly("endorse", "submit", "commitStatus");
            assertThat(failingOver.peers()).extracting(PeerStatus::reachable).containsExactly(false, true);
        }
    }

    @Test
    void aPeerThatComesBackIsPreferredAgain() {
        try (VoltrailClient failingOver = Clients.of(peer, second)) {
            peer.stop();
            failingOver.submitAndWait(new Note.Take("x"));
            peer.restart();

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                failingOver.evaluate(new Note.Read("y"));
                return peer.log().contains("evaluate");
            });
            assertThat(failingOver.peers()).extracting(PeerStatus::reachable).containsExactly(true, true);
        }
    }

    @Test
    void theOnlyPeerIsWaitedForWhileItRestarts() {
        ClientOptions patient = ClientOptions.DEFAULT.withRetry(
                RetryPolicy.DEFAULT.withAttempts(200).withPauses(Duration.ofMillis(20), Duration.ofMillis(200)));
        try (VoltrailClient waiting = Clients.of(patient, peer)) {
            peer.stop();
            CompletionStage<Committed<Note.Answer>> outcome = waiting.submit(new Note.Take("x"));
            peer.restart();

            assertThat(outcome.toCompletableFuture()).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void aTransactionWhoseSubmissionBrokeOffIsAskedForBeforeTheCommandIsProposedAgain() {
        peer.failingSubmit(failure(Status.Code.UNAVAILABLE, "connection lost", "orderer"));

        Committed<Note.Answer> committed = client.submitAndWait(new Note.Take("x"));

        assertThat(peer.log()).containsExactly("endorse", "submit", "commitStatus");
        assertThat(committed.attempts()).isEqualTo(2);
    }

    @Test
    void aCommandWhoseOutcomeStaysUnknownIsRepeatedUnderTheSameCommandId() {
        peer.failingCommitStatus(failure(Status.Code.DEADLINE_EXCEEDED, "too late"));

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(2);
        assertThat(peer.log()).containsExactly("endorse", "submit", "commitStatus", "endorse", "submit", "commitStatus");
        assertThat(peer.arguments().stream().distinct()).hasSize(1);
    }

    @Test
    void ifThePeerGoesAwayWhileItIsAskedTheTransactionIsAskedForOnceMore() {
        peer.failingCommitStatus(failure(Status.Code.UNAVAILABLE, "going away"));

        client.submitAndWait(new Note.Take("x"));

        assertThat(peer.log()).containsExactly("endorse", "submit", "commitStatus", "commitStatus");
    }

    @Test
    void aTransactionThatIsStillUnknownAfterASecondLookIsProposedAnew() {
        peer.failingCommitStatus(failure(Status.Code.UNAVAILABLE, "going away"));
        peer.failingCommitStatus(failure(Status.Code.DEADLINE_EXCEEDED, "not seen"));

        assertThat(client.submitAndWait(new Note.Take("x")).attempts()).isEqualTo(2);
        assertThat(peer.arguments()).hasSize(2);
    }

    @Test
    void withoutRepetitionEachStageFailsWithItsOwnException() {
        CommandOptions once = CommandOptions.NONE.withRetry(RetryPolicy.NONE);
        peer.failingEndorse(failure(Status.Code.ABORTED, LATER, "x"));
        peer.failingSubmit(failure(Status.Code.ABORTED, "received unsuccessful response from orderer"));
        peer.failingCommitStatus(failure(Status.Code.PERMISSION_DENIED, "no"));

        assertThatThrownBy(() -> client.submitAndWait(new Note.Take("x"), once)).isInstanceOf(EndorseException.class);
        assertThatThrownBy(() -> client.submitAndWait(new Note.Take("x"), once)).isInstanceOf(SubmitException.class);
        assertThatThrownBy(() -> client.submitAndWait(new Note.Take("x"), once)).isInstanceOf(CommitStatusException.class);
    }

    @Test
    void aStageFailsWithTheExceptionItselfAndNotOneThatWrapsIt() {
        peer.failingEndorse(failure(Status.Code.ABORTED, FIRST, REFUSAL));
        CompletableFuture<Throwable> seen = new CompletableFuture<>();

        client.submit(new Note.Take("x")).whenComplete((committed, failure) -> seen.complete(failure));

        assertThat(seen).succeedsWithin(Duration.ofSeconds(5)).isInstanceOf(LedgerRefusedException.class);
    }

    @Test
    void noMoreCommandsAreUnderWayThanAllowed() {
        try (VoltrailClient narrow = Clients.of(Clients.QUICK.withMaxInFlight(1), peer)) {
            List<CompletableFuture<Committed<Note.Answer>>> outcomes = IntStream.range(0, 200)
                    .mapToObj(i -> narrow.submit(new Note.Take("x" + i)).toCompletableFuture())
                    .toList();

            outcomes.forEach(outcome -> assertThat(outcome).succeedsWithin(Duration.ofSeconds(20)));
            assertThat(peer.log()).hasSize(600);
            assertThat(IntStream.range(0, 600).allMatch(i -> peer.log().get(i).equals(stage(i)))).isTrue();
        }
    }

    private static String stage(int index) {
        return List.of("endorse", "submit", "commitStatus").get(index % 3);
    }

    @Test
    void hundredsOfCommandsAreUnderWayWithAFewThreads() {
        List<CompletableFuture<Committed<Note.Answer>>> outcomes = IntStream.range(0, 500)
                .mapToObj(i -> client.submit(new Note.Take("x" + i)).toCompletableFuture())
                .toList();

        outcomes.forEach(outcome -> assertThat(outcome).succeedsWithin(Duration.ofSeconds(20)));
        long workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("voltrail-client"))
                .count();
        assertThat(workers).isLessThanOrEqualTo(Math.max(4, Runtime.getRuntime().availableProcessors()));
    }

    @Test
    void callbacksThatWaitForTheLedgerDoNotStopTheRest() {
        List<CompletableFuture<Note.Answer>> outcomes = IntStream.range(0, 64)
                .mapToObj(i -> client.submit(new Note.Take("x" + i))
                        .thenApply(committed -> client.evaluate(new Note.Read("y")))
                        .toCompletableFuture())
                .toList();

        outcomes.forEach(outcome -> assertThat(outcome).succeedsWithin(Duration.ofSeconds(30)));
    }

    @Test
    void theWholeCommandEndsWithItsDeadline() {
        peer.stop();
        CommandOptions brief = CommandOptions.NONE
                .withRetry(RetryPolicy.DEFAULT.withAttempts(1_000).withPauses(Duration.ofMillis(5), Duration.ofMillis(20)))
                .withDeadlines(Deadlines.DEFAULT.withCommand(Duration.ofMillis(300)));

        assertThat(client.submit(new Note.Take("x"), brief).toCompletableFuture())
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(EndorseException.class);
    }

    @Test
    void closingTheClientFailsWhatIsUnderWay() {
        ClientOptions patient = ClientOptions.DEFAULT.withRetry(
                RetryPolicy.DEFAULT.withAttempts(1_000).withPauses(Duration.ofMillis(20), Duration.ofMillis(50)));
        VoltrailClient waiting = Clients.of(patient, peer);
        peer.stop();
        CompletionStage<Committed<Note.Answer>> outcome = waiting.submit(new Note.Take("x"));

        waiting.close();

        assertThat(outcome.toCompletableFuture()).failsWithin(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerOfAnotherVersionIsReportedAsSuch() {
        peer.answering("{\"words\":\"done\"}");

        assertThatThrownBy(() -> client.submitAndWait(new Note.Take("x")))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("Answer");
    }

    @Test
    void aQueryIsRepeatedWhileThePeerIsBusyAndNotWhenItIsRefused() {
        peer.failingEvaluate(failure(Status.Code.RESOURCE_EXHAUSTED, "too many requests"));
        assertThat(client.evaluate(new Note.Read("x"))).isEqualTo(new Note.Answer("done"));
        assertThat(peer.log()).containsExactly("evaluate", "evaluate");

        peer.failingEvaluate(failure(Status.Code.UNKNOWN, "evaluate call to endorser returned error: " + REFUSAL, REFUSAL));
        assertThatThrownBy(() -> client.evaluate(new Note.Read("x"))).isInstanceOf(LedgerRefusedException.class);
        assertThat(peer.log()).hasSize(3);
    }

    @Test
    void aQuerysArgumentIsItsCanonicalJson() {
        client.evaluate(new Note.Read("x"));

        assertThat(peer.arguments()).containsExactly("{\"text\":\"x\"}");
    }
}
