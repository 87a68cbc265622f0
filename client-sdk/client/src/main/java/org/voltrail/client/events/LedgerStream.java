package org.voltrail.client.events;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * An endless, ordered stream from the ledger that heals itself: when the peer goes away, it is opened again at another peer after a
 * pause and goes on after the last record that was delivered. Nothing is lost and nothing is delivered twice. The reader sets the
 * pace: no more is fetched than it asks for.
 *
 * <p>A stream ends by itself only with a failure that repetition cannot mend, for example when the identity may not read the channel
 * or a record is not of this model: {@link StreamException}.
 *
 * @param <T> what is delivered
 */
public interface LedgerStream<T extends LedgerRecord> {
    /** A publisher that begins anew at the given place for each of its subscribers. Signals arrive one at a time. */
    Flow.Publisher<T> publish(StartPosition start);

    /** A blocking reader. Close it after use. */
    LedgerReader<T> read(StartPosition start);

    /**
     * Hands each record to a handler and then advances the checkpoint, beginning after the checkpoint, or at the oldest block if it
     * holds nothing. After a crash between the two, the one record in question is delivered again; a handler that keeps its
     * checkpoint in the same database transaction as its effect avoids even that. If the handler or the checkpoint throws, the
     * subscription ends with that exception.
     */
    Subscription consume(Checkpoint checkpoint, Consumer<? super T> handler);
}
