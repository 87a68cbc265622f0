package org.voltrail.model.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.Category;

/**
 * An organisation's accreditation for one scope, stored under {@code accreditation~msp~scope}.
 *
 * @param grant what the authority wrote
 * @param grantedAt time of the transaction, ISO 8601 UTC
 * @param withdrawnAt when the authority withdrew it, null while it stands
 * @param withdrawalReason why it was withdrawn
 */
public record Accreditation(
        AccreditationGrant grant,
        String grantedAt,
        @Nullable String withdrawnAt,
        @Nullable String withdrawalReason) {
    /** Whether it stands at that time. */
    public boolean validAt(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        return withdrawnAt == null
                && !day.isBefore(LocalDate.parse(grant.validFrom()))
                && !day.isAfter(LocalDate.parse(grant.validUntil()));
    }

    /** Whether it covers batteries of that category. */
    public boolean covers(Category category) {
        return grant.categories().isEmpty() || grant.categories().contains(category);
    }

    /** The same, withdrawn. */
    public Accreditation withdrawn(String at, String reason) {
        return new Accreditation(grant, grantedAt, at, reason);
    }
}
