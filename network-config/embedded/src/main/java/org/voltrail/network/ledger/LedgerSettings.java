package org.voltrail.network.ledger;

/**
 * How a ledger stores.
 *
 * @param segmentBytes when a block file has this many bytes, the next block goes to a new one
 * @param transientBytes how many bytes of endorsed private data are kept whose block has not come
 */
public record LedgerSettings(long segmentBytes, long transientBytes) {
    /** Block files of 64 MiB, 256 MiB of staged private data. */
    public static final LedgerSettings DEFAULT = new LedgerSettings(BlockFiles.SEGMENT_BYTES, TransientStore.MAX_BYTES);
}
