package org.voltrail.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerStream;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.offline.OfflineSigning;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/** A client without a network: answers as a test tells it to, and remembers what it was asked. */
public final class FakeClient implements VoltrailClient {

    private final LedgerIdentity identity;
    private final Function<Query<?>, Object> queries;
    private final Function<Command<?>, Object> commands;
    private final List<Command<?>> submitted = new ArrayList<>();
    private final List<CommandOptions> options = new ArrayList<>();
    private final List<Query<?>> asked = new ArrayList<>();
    private boolean closed;

    public FakeClient(
            LedgerIdentity identity, Function<Query<?>, Object> queries, Function<Command<?>, Object> commands) {
        this.identity = identity;
        this.queries = queries;
        this.commands = commands;
    }

    public List<Command<?>> submitted() {
        return submitted;
    }

    public List<CommandOptions> commandOptions() {
        return options;
    }

    public List<Query<?>> asked() {
        return asked;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public LedgerIdentity identity() {
        return identity;
    }

    @Override
    public ClientOptions options() {
        return ClientOptions.DEFAULT;
    }

    @Override
    public <R> CompletionStage<Committed<R>> submit(Command<R> command, CommandOptions given) {
        try {
            return CompletableFuture.completedStage(submitAndWait(command, given));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public <R> Committed<R> submitAndWait(Command<R> command, CommandOptions given) {
        submitted.add(command);
        options.add(given);
        R result = command.resultType().cast(commands.apply(command));
        CommandId id = given.commandId() == null ? CommandId.of("fresh") : given.commandId();
        return new Committed<>(result, "tx-1", 7, id, 1);
    }

    @Override
    public <R> R evaluate(Query<R> query, QueryOptions given) {
        asked.add(query);
        return query.resultType().cast(queries.apply(query));
    }

    @Override
    public <R> CompletionStage<R> evaluateAsync(Query<R> query, QueryOptions given) {
        try {
            return CompletableFuture.completedStage(evaluate(query, given));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public LedgerStream<EventRecord> events() {
        throw new UnsupportedOperationException();
    }

    @Override
    public LedgerStream<BlockRecord> blocks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Long> height() {
        return CompletableFuture.completedStage(8L);
    }

    @Override
    public CompletionStage<Void> awaitBlock(long number) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public OfflineSigning offline() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PeerStatus> peers() {
        return List.of(new PeerStatus("peer0", "grpcs://localhost:7051", true));
    }

    @Override
    public void close() {
        closed = true;
    }
}
