package org.voltrail.cli.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * A closed loop: a number of clients, each of which sends its next request when the last one is answered. Requests that begin in
 * the settling time are not counted, nor are those that are answered after the end. Use once.
 */
final class Load {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final int clients;
    private final Supplier<CompletionStage<?>> request;
    private final Recorder recorder = new Recorder(LONGEST_MICROS, DIGITS);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running;
    private volatile long measureFrom;
    private volatile long end;

    Load(int clients, Supplier<CompletionStage<?>> request) {
        this.clients = clients;
        this.request = request;
        this.running = new CountDownLatch(clients);
    }

    /** Runs for a while; throws if a request fails, for then there is nothing to measure. */
    Measured run(Duration settling, Duration measuring) throws InterruptedException {
        long start = System.nanoTime();
        measureFrom = start + settling.toNanos();
        end = measureFrom + measuring.toNanos();
        for (int i = 0; i < clients; i++) {
            next();
        }
        running.await();
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("A request failed: " + failed.getMessage(), failed);
        }
        return Measured.of(recorder.getIntervalHistogram(), measuring);
    }

    private void next() {
        long sent = System.nanoTime();
        if (sent >= end || failure.get() != null) {
            running.countDown();
            return;
        }
        begin().whenComplete((answer, e) -> answered(sent, e));
    }

    private CompletionStage<?> begin() {
        try {
            return request.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void answered(long sent, @Nullable Throwable e) {
        long now = System.nanoTime();
        if (e != null) {
            failure.compareAndSet(null, e);
        } else if (sent >= measureFrom && now <= end) {
            recorder.recordValue(Math.min(LONGEST_MICROS, TimeUnit.NANOSECONDS.toMicros(now - sent)));
        }
        next();
    }

    /**
     * What was measured.
     *
     * @param count answered requests
     * @param perSecond of them in a second
     * @param p50 median latency in ms
     * @param p95 95th percentile in ms
     * @param p99 99th percentile in ms
     */
    record Measured(long count, double perSecond, double p50, double p95, double p99) {

        private static Measured of(Histogram histogram, Duration duration) {
            long count = histogram.getTotalCount();
            return new Measured(count, count * 1e9 / duration.toNanos(), millis(histogram, 50), millis(histogram, 95), millis(histogram, 99));
        }

        private static double millis(Histogram histogram, double percentile) {
            return histogram.getValueAtPercentile(percentile) / 1000.0;
        }
    }
}
