package org.voltrail.client.events;

import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;

/**
 * A blocking reader of a stream, for use by one thread; only {@link #close} may come from another.
 *
 * @param <T> what is read
 */
public interface LedgerReader<T extends LedgerRecord> extends Iterator<T>, AutoCloseable {
    /**
     * Waits for the next record.
     *
     * @return false once the reader is closed
     * @throws StreamException if the stream failed for good
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    @Override
    boolean hasNext();

    /**
     * The next record; waits for it.
     *
     * @throws java.util.NoSuchElementException once the reader is closed
     * @throws StreamException if the stream failed for good
     */
    @Override
    T next();

    /**
     * The next record, if it comes in time.
     *
     * @return empty if the time is over or the reader is closed
     * @throws StreamException if the stream failed for good
     */
    Optional<T> poll(Duration patience);

    /** Ends the stream and wakes a waiting thread. */
    @Override
    void close();
}
