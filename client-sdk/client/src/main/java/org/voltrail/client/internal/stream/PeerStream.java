package org.voltrail.client.internal.stream;

import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.voltrail.client.events.Checkpoint;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.LedgerStream;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.Subscription;

/** The three ways to read a stream, on top of subscribing to it. */
final class PeerStream<T extends LedgerRecord> implements LedgerStream<T> {
    private final BiConsumer<StartPosition, Flow.Subscriber<? super T>> subscribe;

    PeerStream(BiConsumer<StartPosition, Flow.Subscriber<? super T>> subscribe) {
        this.subscribe = subscribe;
    }

    @Override
    public Flow.Publisher<T> publish(StartPosition start) {
        return subscriber -> subscribe.accept(start, subscriber);
    }

    @Override
    public LedgerReader<T> read(StartPosition start) {
        QueueReader<T> reader = new QueueReader<>();
        subscribe.accept(start, reader);
        reader.awaitSubscribed();
        return reader;
    }

    @Override
    public Subscription consume(Checkpoint checkpoint, Consumer<? super T> handler) {
        StartPosition start = checkpoint.position().map(StartPosition::after).orElseGet(StartPosition::oldest);
        return new ConsumerThread<>(read(start), checkpoint, handler).start();
    }
}
