package org.voltrail.client.internal.command;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.client.RetryPolicy;
import org.voltrail.client.ledger.TransactionException;

/** The attempts of one command or query, under a retry policy and within one deadline. */
final class Repetition {
    private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);

    private final RetryPolicy policy;
    private final long end;
    private final ScheduledExecutorService timer;
    private final BooleanSupplier closed;
    private int attempts;

    Repetition(RetryPolicy policy, Duration deadline, ScheduledExecutorService timer, BooleanSupplier closed) {
        this.policy = policy;
        this.end = System.nanoTime() + deadline.toNanos();
        this.timer = timer;
        this.closed = closed;
    }

    /** Makes attempts, numbered from 1, until one succeeds, fails for good, or the policy ends. */
    <T> CompletionStage<T> run(IntFunction<CompletionStage<T>> attempt) {
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(policy.attempts())
                .intervalFunction(interval(policy))
                .retryOnException(this::isWorthRepeating)
                .build();
        return Retry.of("voltrail", config).executeCompletionStage(timer, () -> attempt.apply(++attempts));
    }

    /** Attempts made so far. */
    int attempts() {
        return attempts;
    }

    /** A stage's deadline, cut to what is left for the whole. */
    Duration within(Duration stage) {
        Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        return left.compareTo(stage) < 0 ? left : stage;
    }

    static IntervalFunction interval(RetryPolicy policy) {
        return policy.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(policy.firstPause(), policy.factor(), policy.longestPause())
                : IntervalFunction.ofExponentialRandomBackoff(
                        policy.firstPause(), policy.factor(), policy.jitter(), policy.longestPause());
    }

    private boolean isWorthRepeating(Throwable failure) {
        if (!(failure instanceof TransactionException cause)) {
            return false;
        }
        boolean again = !closed.getAsBoolean() && System.nanoTime() - end < 0 && Repeatable.test(cause, attempts);
        LOG.debug("Attempt {} {}: {}", attempts, again ? "is repeated" : "is final", failure.getMessage());
        return again;
    }
}
