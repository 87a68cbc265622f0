package org.voltrail.client.internal.command;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.Deadlines;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Draft;
import org.voltrail.client.internal.gateway.GatewayCalls;
import org.voltrail.client.internal.gateway.Prepared;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.CommitStatusException;
import org.voltrail.client.ledger.Committed;
import org.voltrail.model.Command;

/**
 * One command on its way: draft, endorse, submit, commit status, as often as needed. When the outcome of a transaction is unknown, the
 * next attempt first asks for its commit status once more and only then proposes the command anew, under the same command id.
 */
final class CommandRun<R> {
    /** How long an attempt waits for news of the one before. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(3);

    private final Command<R> command;
    private final CommandOptions options;
    private final CommandId commandId;
    private final Deadlines deadlines;
    private final Repetition repetition;
    private final LedgerIdentity identity;
    private final Requests requests;
    private final GatewayCalls calls;
    private @Nullable Prepared open;

    CommandRun(
            Command<R> command,
            CommandOptions options,
            Deadlines deadlines,
            Repetition repetition,
            LedgerIdentity identity,
            Requests requests,
            GatewayCalls calls) {
        this.command = command;
        this.options = options;
        this.commandId = options.commandId() == null ? CommandId.fresh() : options.commandId();
        this.deadlines = deadlines;
        this.repetition = repetition;
        this.identity = identity;
        this.requests = requests;
        this.calls = calls;
    }

    CompletionStage<Committed<R>> run() {
        return repetition.run(attempt -> open == null ? propose() : lookBack(open));
    }

    int attempts() {
        return repetition.attempts();
    }

    private CompletionStage<Committed<R>> propose() {
        Draft draft = requests.draft(command, commandId, options);
        return calls.endorse(draft, identity.sign(draft.digest()), repetition.within(deadlines.endorse()))
                .thenCompose(this::submit);
    }

    private CompletionStage<Committed<R>> submit(Prepared transaction) {
        open = transaction;
        return calls.submit(transaction, identity.sign(transaction.digest()), repetition.within(deadlines.submit()))
                .thenCompose(submitted -> await(transaction, deadlines.commitStatus()));
    }

    private CompletionStage<Committed<R>> await(Prepared transaction, Duration patience) {
        var question = requests.question(transaction.transactionId());
        return calls.commitStatus(question, identity.sign(question.digest()), repetition.within(patience))
                .whenComplete((block, failure) -> forget(failure))
                .thenApply(block -> committed(transaction, block));
    }

    private CompletionStage<Committed<R>> lookBack(Prepared transaction) {
        open = null;
        return await(transaction, LOOK_BACK)
                .handle((committed, failure) -> failure == null
                        ? CompletableFuture.completedFuture(committed)
                        : afterLookBack(Stages.cause(failure)))
                .thenCompose(stage -> stage);
    }

    private CompletionStage<Committed<R>> afterLookBack(Throwable failure) {
        return failure instanceof CommitStatusException ? propose() : CompletableFuture.failedFuture(failure);
    }

    /** A transaction is open no longer once its fate is known, or was waited for in vain for the full time. */
    private void forget(@Nullable Throwable failure) {
        if (failure == null
                || Stages.cause(failure) instanceof CommitException
                || Stages.isDeadlineExceeded(Stages.cause(failure))) {
            open = null;
        }
    }

    private Committed<R> committed(Prepared transaction, long block) {
        R result = requests.answer(transaction.transactionId(), transaction.result(), command.resultType());
        return new Committed<>(result, transaction.transactionId(), block, commandId, attempts());
    }
}
