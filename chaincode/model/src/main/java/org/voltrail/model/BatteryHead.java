package org.voltrail.model;

/**
 * A link of a battery's event chain, as named in a {@link LedgerEvent}.
 *
 * @param id the battery
 * @param seq number of the event, from 1
 * @param prev hash of the previous event, 64 zeros for the first
 * @param head hash of this event: hexadecimal SHA-256 of its canonical JSON
 */
public record BatteryHead(String id, long seq, String prev, String head) {
    /** {@link #prev} of a battery's first event. */
    public static final String GENESIS = "0".repeat(64);
}
