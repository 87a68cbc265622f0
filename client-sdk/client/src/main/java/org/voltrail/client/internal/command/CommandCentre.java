package org.voltrail.client.internal.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.Deadlines;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Draft;
import org.voltrail.client.internal.gateway.GatewayCalls;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** Runs commands and queries for one identity. */
public final class CommandCentre implements AutoCloseable {
    private final LedgerIdentity identity;
    private final ClientOptions options;
    private final Requests requests;
    private final GatewayCalls calls;
    private final ScheduledExecutorService timer;
    private final InFlight inFlight;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Commands and queries of an identity. */
    public CommandCentre(
            LedgerIdentity identity,
            ClientOptions options,
            Requests requests,
            GatewayCalls calls,
            ScheduledExecutorService timer,
            Executor executor) {
        this.identity = identity;
        this.options = options;
        this.requests = requests;
        this.calls = calls;
        this.timer = timer;
        this.inFlight = new InFlight(options.maxInFlight(), executor);
    }

    /** Submits a command, as soon as there is room. */
    public <R> CompletionStage<Committed<R>> submit(Command<R> command, CommandOptions commandOptions) {
        CompletableFuture<Committed<R>> outcome = new CompletableFuture<>();
        inFlight.enter(() -> start(() -> run(command, commandOptions)).whenComplete((committed, failure) -> {
            inFlight.leave();
            settle(outcome, committed, failure);
        }));
        return outcome;
    }

    private <R> CompletionStage<Committed<R>> run(Command<R> command, CommandOptions commandOptions) {
        Deadlines deadlines = commandOptions.deadlines() == null ? options.deadlines() : commandOptions.deadlines();
        RetryPolicy retry = commandOptions.retry() == null ? options.retry() : commandOptions.retry();
        Repetition repetition = new Repetition(retry, deadlines.command(), timer, closed::get);
        CommandRun<R> run = new CommandRun<>(command, commandOptions, deadlines, repetition, identity, requests, calls);
        return counted(run.run(), repetition);
    }

    /** Asks a query. */
    public <R> CompletionStage<R> evaluate(Query<R> query, QueryOptions queryOptions) {
        Repetition repetition = new Repetition(options.retry(), options.deadlines().command(), timer, closed::get);
        return Stages.unwrapped(start(() -> counted(repetition.run(attempt -> ask(query, queryOptions, repetition)), repetition)));
    }

    /** Nothing is repeated any more. */
    @Override
    public void close() {
        closed.set(true);
    }

    private <R> CompletionStage<R> ask(Query<R> query, QueryOptions queryOptions, Repetition repetition) {
        Draft draft = requests.draft(query, queryOptions);
        return calls.evaluate(draft, identity.sign(draft.digest()), repetition.within(options.deadlines().evaluate()))
                .thenApply(answer -> requests.answer(draft.transactionId(), answer, query.resultType()));
    }

    /** What fails before the first call, for lack of a key for example, fails the stage as well. */
    private static <T> CompletionStage<T> start(Supplier<CompletionStage<T>> action) {
        try {
            return action.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static <T> CompletionStage<T> counted(CompletionStage<T> stage, Repetition repetition) {
        return stage.handle((value, failure) -> failure)
                .thenCompose(failure -> failure == null ? stage : CompletableFuture.failedFuture(count(failure, repetition)));
    }

    private static Throwable count(Throwable failure, Repetition repetition) {
        Throwable cause = Stages.cause(failure);
        return cause instanceof TransactionException transaction ? transaction.afterAttempts(repetition.attempts()) : cause;
    }

    private static <T> void settle(CompletableFuture<T> outcome, T value, Throwable failure) {
        if (failure == null) {
            outcome.complete(value);
        } else {
            outcome.completeExceptionally(Stages.cause(failure));
        }
    }
}
