package org.voltrail.client.enrolment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a revocation list shall hold. Absent times do not narrow it.
 *
 * @param revokedAfter revoked after this time
 * @param revokedBefore revoked before this time
 * @param expireAfter ending after this time; now if absent
 * @param expireBefore ending before this time
 */
public record CrlRequest(
        @Nullable Instant revokedAfter,
        @Nullable Instant revokedBefore,
        @Nullable Instant expireAfter,
        @Nullable Instant expireBefore) {
    /** Everything that is revoked and not yet expired. */
    public static final CrlRequest ALL = new CrlRequest(null, null, null, null);
}
