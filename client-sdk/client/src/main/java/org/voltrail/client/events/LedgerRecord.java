package org.voltrail.client.events;

/** Something that a stream delivers: it knows its place on the channel. */
public sealed interface LedgerRecord permits EventRecord, BlockRecord {
    /** The block that holds it. */
    long block();

    /** What to remember once it has been dealt with. */
    Position position();
}
