package org.voltrail.client;

import java.time.Duration;

/**
 * How a command or query is repeated when the ledger says "not now": conflicting transactions, peers that lag or cannot be reached.
 * Refusals by the ledger's rules are never repeated. The pause before attempt <i>n</i> + 1 is drawn evenly from
 * {@code d·(1 ± jitter)} with {@code d = min(firstPause·factor^(n-1), longestPause)}.
 *
 * @param attempts attempts in all, 1 for none but the first
 * @param firstPause pause after the first attempt
 * @param factor growth of the pause, at least 1
 * @param jitter share of the pause that chance decides, from 0 to below 1
 * @param longestPause bound of the pause
 */
public record RetryPolicy(int attempts, Duration firstPause, double factor, double jitter, Duration longestPause) {
    /** Twelve attempts, 20 ms doubling to at most 5 s, half of it chance: about 20 s in all. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(12, Duration.ofMillis(20), 2, 0.5, Duration.ofSeconds(5));

    /** One attempt only. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ofMillis(1), 1, 0, Duration.ofMillis(1));

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public RetryPolicy {
        check(attempts >= 1, "attempts must be at least 1");
        check(firstPause.toMillis() >= 1, "firstPause must be at least 1 ms");
        check(factor >= 1, "factor must be at least 1");
        check(jitter >= 0 && jitter < 1, "jitter must be from 0 to below 1");
        check(longestPause.compareTo(firstPause) >= 0, "longestPause must not be shorter than firstPause");
    }

    /** The same with another number of attempts. */
    public RetryPolicy withAttempts(int value) {
        return new RetryPolicy(value, firstPause, factor, jitter, longestPause);
    }

    /** The same with other pauses. */
    public RetryPolicy withPauses(Duration first, Duration longest) {
        return new RetryPolicy(attempts, first, factor, jitter, longest);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
