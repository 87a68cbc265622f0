package org.voltrail.network.ca;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which revoked certificates a list is to hold; an absent time does not narrow it. */
public record RevocationFilter(
        @Nullable Instant revokedAfter, @Nullable Instant revokedBefore, @Nullable Instant expireAfter, @Nullable Instant expireBefore) {
    /** Every revoked certificate, expired ones too: what is on the ledger was signed before they expired. */
    public static final RevocationFilter ALL = new RevocationFilter(null, null, null, null);

    void requireSense() throws CaException {
        if (revokedAfter != null && revokedBefore != null && revokedAfter.isAfter(revokedBefore)) {
            throw CaException.of(400, CaErrorCode.INVALID_REVOKED_AFTER,
                    "Invalid 'revokedafter' value. It must not be a timestamp greater than 'revokedbefore'");
        }
        if (expireAfter != null && expireBefore != null && expireAfter.isAfter(expireBefore)) {
            throw CaException.of(400, CaErrorCode.INVALID_EXPIRE_AFTER,
                    "Invalid 'expireafter' value. It must not be a timestamp greater than 'expirebefore'");
        }
    }

    boolean includes(IssuedCertificate certificate) {
        Instant revoked = certificate.revokedAt();
        return revoked != null && isBetween(revoked, revokedAfter, revokedBefore) && isBetween(certificate.expires(), expireAfter, expireBefore);
    }

    private static boolean isBetween(Instant moment, @Nullable Instant after, @Nullable Instant before) {
        return (after == null || moment.isAfter(after)) && (before == null || moment.isBefore(before));
    }
}
