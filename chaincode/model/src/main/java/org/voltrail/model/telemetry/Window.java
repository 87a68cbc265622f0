package org.voltrail.model.telemetry;

import java.time.Instant;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Validated;

/**
 * A span of time with the readings that a device made in it.
 *
 * @param start first moment, ISO 8601 UTC
 * @param end moment after the last, ISO 8601 UTC; at most {@value #SPAN_MAX_DAYS} days after the start
 * @param count number of readings, 1 to 10,000,000
 * @param merkleRoot root of {@link MerkleTree} over the readings' canonical JSON in the order of time
 */
public record Window(String start, String end, long count, String merkleRoot) implements Validated {
    /** Longest window, in days. */
    public static final int SPAN_MAX_DAYS = 31;

    private static final long SECONDS_A_DAY = 86_400;

    @Override
    public void validate(Check check) {
        Instant from = check.instant("start", start);
        Instant to = check.instant("end", end);
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        if (!to.isAfter(from) || seconds > SPAN_MAX_DAYS * SECONDS_A_DAY) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "end", "The window's end does not fit its start.")
                    .comparing("after the start, at most " + SPAN_MAX_DAYS + " days", end)
                    .exception();
        }
        check.range("count", count, 1, 10_000_000);
        check.sha256("merkleRoot", merkleRoot);
    }
}
