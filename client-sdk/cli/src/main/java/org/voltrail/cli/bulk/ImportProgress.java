package org.voltrail.cli.bulk;

/** Told about the progress of an import; called by one thread at a time. */
@FunctionalInterface
public interface ImportProgress {

    /**
     * A batch is finished.
     *
     * @param bytes how far into the input finished batches reach
     * @param registered entries on the ledger so far
     * @param refused entries left out so far
     */
    void advanced(long bytes, long registered, long refused);
}
