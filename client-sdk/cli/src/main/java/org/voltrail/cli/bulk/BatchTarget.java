package org.voltrail.cli.bulk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.voltrail.model.LedgerError;

/**
 * Where batches go. Called by several threads.
 *
 * @param <T> an entry
 */
public interface BatchTarget<T> {

    /**
     * Sends a batch; all of it is taken or none. Sending the same batch under the same id again is harmless.
     *
     * @param commandId names the batch
     * @param entries what to send, never empty
     * @return the transaction's id; fails with {@code LedgerRefusedException} if the ledger's rules refuse
     */
    CompletionStage<String> send(String commandId, List<T> entries);

    /**
     * Finds out which entries of a refused batch are at fault.
     *
     * @param entries the batch
     * @param error why it was refused
     * @return errors by position in the batch, with the field relative to the entry; empty if it is not the entries' fault
     */
    CompletionStage<Map<Integer, LedgerError>> faulty(List<T> entries, LedgerError error);
}
