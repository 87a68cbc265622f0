package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;

/**
 * A hold of the authority on one battery, stored under {@code hold~battery~holdId}. While it stands, only a peer of the authority
 * can endorse a change of the battery.
 *
 * @param holdId id of the hold; one hold may have been placed on many batteries
 * @param battery id of the battery
 * @param reason why
 * @param legalBasis provision that it rests on
 * @param placedAt time of the transaction, ISO 8601 UTC
 * @param releasedAt when it was released, null while it stands
 * @param releaseReason why it was released
 */
public record BatteryHold(
        String holdId,
        String battery,
        String reason,
        String legalBasis,
        String placedAt,
        @Nullable String releasedAt,
        @Nullable String releaseReason) {
    /** The same, released. */
    public BatteryHold released(String at, String why) {
        return new BatteryHold(holdId, battery, reason, legalBasis, placedAt, at, why);
    }
}
