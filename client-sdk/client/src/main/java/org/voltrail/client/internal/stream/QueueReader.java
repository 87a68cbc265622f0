package org.voltrail.client.internal.stream;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.StreamException;

/** A subscriber that hands its records to a waiting thread, a few ahead. */
final class QueueReader<T extends LedgerRecord> implements LedgerReader<T>, Flow.Subscriber<T> {
    private static final int AHEAD = 32;
    private static final long FOREVER = Long.MAX_VALUE;

    private final BlockingQueue<Signal<T>> signals = new LinkedBlockingQueue<>();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;
    private @Nullable T ready;
    private @Nullable Throwable failure;

    /** A record, or the end with or without a failure. */
    private record Signal<T>(@Nullable T entry, @Nullable Throwable failure) {}

    @Override
    public void onSubscribe(Flow.Subscription accepted) {
        subscription = accepted;
        subscribed.countDown();
        accepted.request(AHEAD);
    }

    @Override
    public void onNext(T entry) {
        signals.add(new Signal<>(entry, null));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal<>(null, cause));
        subscribed.countDown();
    }

    @Override
    public void onComplete() {
        signals.add(new Signal<>(null, null));
        subscribed.countDown();
    }

    /** Waits until the stream's first block is known: what is committed from then on is read. */
    void awaitSubscribed() {
        try {
            subscribed.await();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public boolean hasNext() {
        return fill(FOREVER);
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The reader is closed");
        }
        return take();
    }

    @Override
    public Optional<T> poll(Duration patience) {
        return fill(patience.toNanos()) ? Optional.of(take()) : Optional.empty();
    }

    private T take() {
        T entry = Objects.requireNonNull(ready);
        ready = null;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.request(1);
        }
        return entry;
    }

    private boolean fill(long nanos) {
        if (closed) {
            return false;
        }
        if (ready == null && failure == null) {
            accept(await(nanos));
        }
        if (failure != null) {
            throw new StreamException(String.valueOf(failure.getMessage()), failure);
        }
        return ready != null;
    }

    private void accept(@Nullable Signal<T> signal) {
        if (signal == null) {
            return;
        }
        ready = signal.entry();
        failure = signal.failure();
        closed = ready == null && failure == null;
    }

    private @Nullable Signal<T> await(long nanos) {
        try {
            return signals.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("Interrupted while waiting for the ledger");
    }

    @Override
    public void close() {
        closed = true;
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
        onComplete();
    }
}
