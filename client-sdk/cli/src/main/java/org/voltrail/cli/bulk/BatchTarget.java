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
     * @return what to do with entries by position in the batch; empty if it is not the entries' fault
     */
    CompletionStage<Map<Integer, Verdict>> judge(List<T> entries, LedgerError error);

    /** Why an entry is left out of a batch. */
    sealed interface Verdict {

        /** It is on the ledger already, exactly as the input has it: nothing needs to be done. */
        record Present() implements Verdict {}

        /**
         * The ledger refuses it.
         *
         * @param error why, with the field relative to the entry
         */
        record Refused(LedgerError error) implements Verdict {}
    }
}
