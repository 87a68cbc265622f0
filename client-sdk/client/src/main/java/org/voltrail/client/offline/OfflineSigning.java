package org.voltrail.client.offline;

import java.util.concurrent.CompletionStage;
import org.voltrail.client.ledger.CommandId;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.client.ledger.QueryOptions;
import org.voltrail.model.Command;
import org.voltrail.model.Query;

/**
 * Transactions step by step, signed elsewhere. There is no repetition of whole commands here, since each attempt needs new
 * signatures: propose anew under the same command id instead. Steps may be far apart in time, and on different machines: see the
 * {@code read…} methods. Thread-safe.
 */
public interface OfflineSigning {
    /** A proposal for a command. Sends nothing. */
    <R> UnsignedProposal<R> propose(Command<R> command, CommandOptions options);

    /** A proposal for a query. Sends nothing. */
    <R> UnsignedProposal<R> propose(Query<R> query, QueryOptions options);

    /** Asks a query; fails as {@link org.voltrail.client.VoltrailClient#evaluateAsync}. */
    <R> CompletionStage<R> evaluate(UnsignedProposal<R> proposal, byte[] signature);

    /** Has a proposal endorsed; fails with {@code EndorseException} or {@code LedgerRefusedException}. */
    <R> CompletionStage<UnsignedTransaction<R>> endorse(UnsignedProposal<R> proposal, byte[] signature);

    /** Hands a transaction to the orderers; fails with {@code SubmitException}. */
    <R> CompletionStage<UnsignedCommitStatus<R>> submit(UnsignedTransaction<R> transaction, byte[] signature);

    /** Waits for the commit; fails with {@code CommitStatusException} or {@code CommitException}. */
    <R> CompletionStage<Committed<R>> commitStatus(UnsignedCommitStatus<R> question, byte[] signature);

    /**
     * A proposal from its bytes.
     *
     * @throws IllegalArgumentException if they are no proposal
     */
    <R> UnsignedProposal<R> readProposal(byte[] bytes, CommandId commandId, Class<R> resultType);

    /**
     * A transaction from its bytes.
     *
     * @throws IllegalArgumentException if they are no transaction
     */
    <R> UnsignedTransaction<R> readTransaction(byte[] bytes, CommandId commandId, Class<R> resultType);
}
