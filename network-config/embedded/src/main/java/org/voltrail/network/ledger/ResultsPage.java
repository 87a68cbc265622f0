package org.voltrail.network.ledger;

/** A page of a range query. */
public interface ResultsPage extends ResultsIterator<KeyValue> {
    /**
     * The key that follows the last result that was taken from this page, or empty where the range has no more. Looking it up
     * adds nothing to the simulation's reads.
     */
    String bookmark();
}
