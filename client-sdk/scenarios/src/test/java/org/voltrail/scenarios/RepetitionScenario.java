package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.EndorseException;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** Conflicts between commands, and repeating a command, have exactly one effect each. */
@OnNetwork
final class RepetitionScenario {
    private static final int AT_ONCE = 12;

    private VoltrailClient manufacturer;

    @BeforeEach
    void callUpon(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
    }

    @Test
    void conflictingCommandsAllSucceedByRepetitionAndEachHasOneEffect() {
        String battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();

        List<Committed<BatteryReceipt>> committed = all(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> record(battery, "note " + i, patient()))
                .toList());

        assertThat(committed).extracting(outcome -> outcome.result().seq()).doesNotHaveDuplicates();
        assertThat(committed).extracting(Committed::attempts).anyMatch(attempts -> attempts > 1);
        assertThat(get(battery).seq()).isEqualTo(1 + AT_ONCE);
    }

    @Test
    void withoutRepetitionAConflictIsReportedAndHasNoEffect() {
        String battery = manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();

        List<Throwable> failures = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> record(battery, "note " + i, CommandOptions.NONE.withRetry(RetryPolicy.NONE)))
                .toList()
                .stream()
                .map(outcome -> catchThrowable(outcome::join))
                .filter(failure -> failure != null)
                .map(failure -> failure instanceof CompletionException ? failure.getCause() : failure)
                .toList();

        assertThat(failures).isNotEmpty().allSatisfy(RepetitionScenario::isConflict);
        assertThat(get(battery).seq()).isEqualTo(1 + AT_ONCE - failures.size());
    }

    /** Either the peers simulated on different blocks, or an earlier transaction of the block was quicker. */
    private static void isConflict(Throwable failure) {
        if (failure instanceof CommitException conflict) {
            assertThat(conflict.validationCode()).isEqualTo(TxValidationCode.MVCC_READ_CONFLICT);
        } else {
            assertThat(failure).isInstanceOf(EndorseException.class).hasMessageContaining("ProposalResponsePayloads do not match");
        }
    }

    @Test
    void theSameCommandSubmittedManyTimesAtOnceHasOneEffectAndOneAnswer() {
        BatteryRegistration pack = Batteries.pack();
        CommandOptions sameId = patient().withCommandId(CommandId.fresh());

        List<Committed<BatteryReceipt>> committed = all(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> manufacturer.submit(new BatteryCommand.Register(pack), sameId).toCompletableFuture())
                .toList());

        assertThat(committed.stream().map(Committed::result).distinct()).hasSize(1);
        assertThat(get(pack.id()).seq()).isEqualTo(1);
    }

    @Test
    void aCommandIdIsNotGoodForAnotherCommand() {
        CommandOptions sameId = CommandOptions.NONE.withCommandId(CommandId.fresh());
        manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()), sameId);

        assertThatThrownBy(() -> manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()), sameId))
                .isInstanceOfSatisfying(LedgerRefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.COMMAND_ID_REUSED));
    }

    @Test
    void twoOrganisationsMayUseTheSameCommandId(People people) {
        VoltrailClient recycler = people.someoneOf(Party.RECYCLER);
        CommandOptions sameId = CommandOptions.NONE.withCommandId(CommandId.fresh());
        manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()), sameId);

        assertThatThrownBy(() -> recycler.submitAndWait(new BatteryCommand.Register(Batteries.pack()), sameId))
                .isInstanceOfSatisfying(LedgerRefusedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.ROLE_REQUIRED));
    }

    private static CommandOptions patient() {
        return CommandOptions.NONE.withRetry(RetryPolicy.DEFAULT.withAttempts(60));
    }

    private CompletableFuture<Committed<BatteryReceipt>> record(String battery, String note, CommandOptions options) {
        return manufacturer
                .submit(new CustodyCommand.RecordCondition(battery, Condition.SOUND, "Hall 1", note, null), options)
                .toCompletableFuture();
    }

    private Battery get(String battery) {
        return manufacturer.evaluate(new BatteryQuery.Get(battery));
    }

    private static <T> List<T> all(List<CompletableFuture<T>> outcomes) {
        return outcomes.stream().map(CompletableFuture::join).toList();
    }
}
