package org.voltrail.client;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerStream;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.DefaultVoltrailClient;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.LedgerRefusedException;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.client.ledger.TransactionException;
import org.voltrail.client.offline.OfflineSigning;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.ProfileException;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/**
 * One identity's way to the ledger: commands, queries, events. Thread-safe; make one for each identity and keep it, it holds the
 * connections to the organisation's peers. Connections are made when first needed, so that {@link #connect} succeeds without a
 * network. No thread waits while the ledger works: hundreds of commands may be under way at once.
 *
 * <p>A command carries an id of its own. The chaincode answers a repeated id with the stored result and does nothing, which is why
 * the client may and does repeat a command whose outcome it cannot learn.
 */
public interface VoltrailClient extends AutoCloseable {
    /**
     * A client with default options.
     *
     * @throws ProfileException if the profile has no organisation with the identity's MSP id, or that one has no peers
     */
    static VoltrailClient connect(ConnectionProfile profile, LedgerIdentity identity) {
        return connect(profile, identity, ClientOptions.DEFAULT);
    }

    /**
     * A client with the caller's options.
     *
     * @throws ProfileException if the profile has no such organisation, or that one has no peers
     */
    static VoltrailClient connect(ConnectionProfile profile, LedgerIdentity identity, ClientOptions options) {
        return DefaultVoltrailClient.connect(profile, identity, options);
    }

    /** Who this client is. */
    LedgerIdentity identity();

    /** What this client was told. */
    ClientOptions options();

    /** Submits a command under a fresh id; see {@link #submit(Command, CommandOptions)}. */
    default <R> CompletionStage<Committed<R>> submit(Command<R> command) {
        return submit(command, CommandOptions.NONE);
    }

    /**
     * Submits a command and completes once it is committed. Conflicts, lagging and unreachable peers are met by repetition under the
     * retry policy. The stage fails with
     *
     * <ul>
     *   <li>{@link LedgerRefusedException} if the ledger's rules refuse: final, nothing was written;
     *   <li>{@code EndorseException} if no endorsement could be had: nothing was written;
     *   <li>{@code SubmitException} or {@code CommitStatusException} if the outcome is unknown: ask again with the same command id;
     *   <li>{@code CommitException} if the transaction was committed as invalid: it had no effect.
     * </ul>
     *
     * <p>Callbacks run on {@link ClientOptions#executor}.
     */
    <R> CompletionStage<Committed<R>> submit(Command<R> command, CommandOptions options);

    /** Submits a command under a fresh id and waits; see {@link #submitAndWait(Command, CommandOptions)}. */
    default <R> Committed<R> submitAndWait(Command<R> command) {
        return submitAndWait(command, CommandOptions.NONE);
    }

    /**
     * Submits a command and waits until it is committed.
     *
     * @throws TransactionException as {@link #submit(Command, CommandOptions)}
     * @throws java.util.concurrent.CancellationException if the waiting thread is interrupted; the command goes on
     */
    <R> Committed<R> submitAndWait(Command<R> command, CommandOptions options);

    /** Asks the ledger and waits for the answer; see {@link #evaluate(Query, QueryOptions)}. */
    default <R> R evaluate(Query<R> query) {
        return evaluate(query, QueryOptions.NONE);
    }

    /**
     * Asks the ledger and waits for the answer.
     *
     * @throws LedgerRefusedException if the ledger's rules refuse
     * @throws TransactionException if no peer could answer
     * @throws java.util.concurrent.CancellationException if the waiting thread is interrupted
     */
    <R> R evaluate(Query<R> query, QueryOptions options);

    /** Asks the ledger; see {@link #evaluateAsync(Query, QueryOptions)}. */
    default <R> CompletionStage<R> evaluateAsync(Query<R> query) {
        return evaluateAsync(query, QueryOptions.NONE);
    }

    /** Asks the ledger. The stage fails as {@link #evaluate(Query, QueryOptions)} throws. */
    <R> CompletionStage<R> evaluateAsync(Query<R> query, QueryOptions options);

    /** The chaincode's events, one for each transaction that changed something. */
    LedgerStream<EventRecord> events();

    /** Whole blocks, as this organisation's peer delivers them. */
    LedgerStream<BlockRecord> blocks();

    /**
     * How many blocks this client's peer has, which is also the number of the block to come. Fails as
     * {@link #evaluate(Query, QueryOptions)}.
     */
    CompletionStage<Long> height();

    /**
     * Completes once this client's peer has a block. An organisation's peer may be a moment behind another's: wait for the block of a
     * command that somebody else submitted before building on it.
     *
     * @param number the block, as in {@link Committed#blockNumber()}
     */
    CompletionStage<Void> awaitBlock(long number);

    /** Transactions whose signatures are made elsewhere. */
    OfflineSigning offline();

    /** The peers that this client may use, in order of preference. */
    List<PeerStatus> peers();

    /** Closes connections and subscriptions. Commands under way fail, although the ledger may still carry them out. */
    @Override
    void close();
}
