package org.voltrail.client.internal.stream;

import com.google.common.util.concurrent.MoreExecutors;
import io.github.resilience4j.core.IntervalFunction;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.StreamException;

/**
 * One subscriber's stream, over as many calls as it takes. Everything happens one step at a time on a sequential executor, so that no
 * state needs a lock. At most one message is asked for ahead of demand.
 */
final class HealingSubscription<T extends LedgerRecord> implements Flow.Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(HealingSubscription.class);
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(50), 2, 0.5, Duration.ofSeconds(5));
    private static final int MOST_DOUBLINGS = 16;

    /** Statuses that will be the same next time. */
    private static final Set<Status.Code> FINAL = Set.of(
            Status.Code.PERMISSION_DENIED,
            Status.Code.UNAUTHENTICATED,
            Status.Code.INVALID_ARGUMENT,
            Status.Code.NOT_FOUND,
            Status.Code.UNIMPLEMENTED);

    private final RecordSource<T> source;
    private final Supplier<CompletionStage<Long>> height;
    private final Flow.Subscriber<? super T> subscriber;
    private final ScheduledExecutorService timer;
    private final Executor steps;
    private final Runnable afterEnd;
    private final Queue<T> buffer = new ArrayDeque<>();
    private StartPosition next;
    private long demand;
    private int failures;
    private int generation;
    private boolean announced;
    private boolean waiting;
    private boolean over;
    private RecordSource.@Nullable LiveCall call;
    private @Nullable Throwable end;

    HealingSubscription(
            RecordSource<T> source,
            StartPosition start,
            Supplier<CompletionStage<Long>> height,
            Flow.Subscriber<? super T> subscriber,
            ScheduledExecutorService timer,
            Executor executor,
            Runnable afterEnd) {
        this.source = source;
        this.next = start;
        this.height = height;
        this.subscriber = subscriber;
        this.timer = timer;
        this.steps = MoreExecutors.newSequentialExecutor(executor);
        this.afterEnd = afterEnd;
    }

    /** Begins. The subscriber hears {@code onSubscribe} once the stream's first block is known. */
    void start() {
        steps.execute(this::open);
    }

    @Override
    public void request(long count) {
        steps.execute(() -> {
            if (count <= 0) {
                fail(new IllegalArgumentException("A subscriber must ask for at least one record, not " + count));
                return;
            }
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            drain();
        });
    }

    @Override
    public void cancel() {
        steps.execute(this::finish);
    }

    /** Ends the stream in order, from this side. */
    void complete() {
        steps.execute(() -> {
            if (!over) {
                finish();
                subscriber.onComplete();
            }
        });
    }

    private void open() {
        if (over) {
            return;
        }
        if (next instanceof StartPosition.Newest) {
            height.get().whenComplete((blocks, failure) -> steps.execute(() -> located(blocks, failure)));
            return;
        }
        announce();
        connect();
    }

    private void located(@Nullable Long blocks, @Nullable Throwable failure) {
        if (blocks == null) {
            LOG.debug("The channel's height is not known yet: {}", String.valueOf(failure));
            reopenLater();
            return;
        }
        next = StartPosition.atBlock(blocks);
        open();
    }

    private void announce() {
        if (!announced) {
            announced = true;
            subscriber.onSubscribe(this);
        }
    }

    private void connect() {
        int current = ++generation;
        waiting = false;
        try {
            call = source.open(next, new Signals(current));
        } catch (RuntimeException e) {
            ended(current, e);
            return;
        }
        drain();
    }

    private void received(int from, List<T> records) {
        if (over || from != generation) {
            return;
        }
        waiting = false;
        failures = 0;
        if (!records.isEmpty()) {
            buffer.addAll(records);
            next = StartPosition.after(records.get(records.size() - 1).position());
        }
        drain();
    }

    private void drain() {
        while (!over && demand > 0 && !buffer.isEmpty()) {
            demand--;
            deliver(buffer.remove());
        }
        if (over || demand == 0) {
            return;
        }
        if (end != null) {
            fail(end);
        } else if (call != null && !waiting) {
            waiting = true;
            call.request();
        }
    }

    private void deliver(T entry) {
        try {
            subscriber.onNext(entry);
        } catch (RuntimeException e) {
            LOG.error("A subscriber failed; its subscription ends", e);
            fail(e);
        }
    }

    private void ended(int from, @Nullable Throwable cause) {
        if (over || from != generation) {
            return;
        }
        call = null;
        generation++;
        if (cause != null && isFinal(cause)) {
            end = cause instanceof StreamException ? cause : new StreamException("The stream ended: " + cause.getMessage(), cause);
            failOnceDrained();
            return;
        }
        LOG.debug("A stream broke off and is opened again: {}", String.valueOf(cause));
        reopenLater();
    }

    private void failOnceDrained() {
        if (buffer.isEmpty() && end != null) {
            fail(end);
        }
    }

    private void reopenLater() {
        failures = Math.min(failures + 1, MOST_DOUBLINGS);
        timer.schedule(() -> steps.execute(this::open), PAUSES.apply(failures), TimeUnit.MILLISECONDS);
    }

    private void fail(Throwable cause) {
        if (!over) {
            announce();
            finish();
            subscriber.onError(cause);
        }
    }

    private void finish() {
        over = true;
        buffer.clear();
        if (call != null) {
            call.cancel();
            call = null;
        }
        afterEnd.run();
    }

    private static boolean isFinal(Throwable cause) {
        if (cause instanceof StatusRuntimeException || cause instanceof StatusException) {
            return FINAL.contains(Status.fromThrowable(cause).getCode());
        }
        return true;
    }

    /** Brings one call's signals onto the sequential executor. */
    private final class Signals implements RecordSource.Listener<T> {
        private final int from;

        Signals(int from) {
            this.from = from;
        }

        @Override
        public void onMessage(List<T> records) {
            steps.execute(() -> received(from, records));
        }

        @Override
        public void onEnd(@Nullable Throwable cause) {
            steps.execute(() -> ended(from, cause));
        }
    }
}
