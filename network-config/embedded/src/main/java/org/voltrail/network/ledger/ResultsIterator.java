package org.voltrail.network.ledger;

import org.jspecify.annotations.Nullable;

/** A forward cursor over query results; holds resources until closed. Not thread-safe. */
public interface ResultsIterator<T> extends AutoCloseable {
    /** The next result, or null at the end. */
    @Nullable T next();

    @Override
    void close();
}
