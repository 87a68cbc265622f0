package org.voltrail.cli.trace;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.battery.Battery;

/**
 * Follows the hash chain of a battery's events as they pass by, oldest or newest first, and holds it against the head in the
 * battery's record. Remembers one hash, however long the chain. Use once.
 */
public final class ChainCheck {

    private final String battery;
    private final long headSeq;
    private final String head;
    private final boolean newestFirst;
    private long expectedSeq;
    private String expectedHash;
    private boolean headSeen;
    private long count;
    private @Nullable String fault;

    /**
     * A check.
     *
     * @param record of the battery, read before its events
     * @param newestFirst order in which the events will pass by
     */
    public ChainCheck(Battery record, boolean newestFirst) {
        this.battery = record.id();
        this.headSeq = record.seq();
        this.head = record.head();
        this.newestFirst = newestFirst;
        this.expectedSeq = newestFirst ? -1 : 1;
        this.expectedHash = newestFirst ? "" : BatteryHead.GENESIS;
    }

    /**
     * Checks the next event.
     *
     * @param event next in order
     * @return whether it is what must follow
     */
    public boolean follows(BatteryEvent event) {
        String hash = event.hash();
        count++;
        demand(event.battery().equals(battery), event, "belongs to another battery");
        if (newestFirst) {
            backwards(event, hash);
        } else {
            forwards(event, hash);
        }
        if (event.seq() == headSeq) {
            headSeen = true;
            demand(hash.equals(head), event, "is not the one that the battery's record vouches for");
        }
        return fault == null;
    }

    private void forwards(BatteryEvent event, String hash) {
        demand(event.seq() == expectedSeq, event, "should be number " + expectedSeq);
        demand(event.prev().equals(expectedHash), event, "does not link to the event before it");
        expectedSeq = event.seq() + 1;
        expectedHash = hash;
    }

    /** Events that came after the record was read are newer than the head; they link down to it. */
    private void backwards(BatteryEvent event, String hash) {
        if (expectedSeq >= 0) {
            demand(event.seq() == expectedSeq, event, "should be number " + expectedSeq);
            demand(hash.equals(expectedHash), event, "is not the one that the event after it links to");
        } else {
            demand(event.seq() >= headSeq, event, "is older than the battery's record");
        }
        if (event.seq() == 1) {
            demand(event.prev().equals(BatteryHead.GENESIS), event, "links to something before the first event");
        }
        expectedSeq = event.seq() - 1;
        expectedHash = event.prev();
    }

    private void demand(boolean holds, BatteryEvent event, String what) {
        if (!holds && fault == null) {
            fault = "Event " + event.seq() + " (" + event.type() + ", transaction " + event.txId() + ") " + what + ".";
        }
    }

    /** {@return the first fault; null if there is none so far} */
    public @Nullable String fault() {
        return fault;
    }

    /** {@return how many events passed by} */
    public long count() {
        return count;
    }

    /** {@return whether every event from the first to the record's head passed by and links to its neighbours} */
    public boolean complete() {
        boolean firstSeen = newestFirst ? expectedSeq == 0 : count > 0;
        return fault == null && headSeen && firstSeen;
    }
}
