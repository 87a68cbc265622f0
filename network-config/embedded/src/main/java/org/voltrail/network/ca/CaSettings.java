package org.voltrail.network.ca;

import java.time.Duration;
import java.util.List;

/**
 * How an authority works.
 *
 * @param name the name that clients may ask for it by ({@code caname})
 * @param maxEnrolments the most enrolments that an identity may be registered for; -1 for without limit
 * @param failedLoginsAllowed wrong secrets in a row before an identity is locked; 0 for without limit
 * @param identityRemoval whether identities may be removed
 * @param affiliations dotted paths that identities may be affiliated to
 * @param certificateValidity how long enrolment certificates are valid
 * @param revocationListValidity until a revocation list promises the next
 */
public record CaSettings(
        String name,
        int maxEnrolments,
        int failedLoginsAllowed,
        boolean identityRemoval,
        List<String> affiliations,
        Duration certificateValidity,
        Duration revocationListValidity) {
    private static final int DEFAULT_FAILED_LOGINS = 10;

    public CaSettings {
        affiliations = List.copyOf(affiliations);
    }

    /** Fabric CA's defaults: no limit of enrolments, ten wrong secrets, certificates for a year, revocation lists for a day. Identities may be removed. */
    public static CaSettings defaults(String name, List<String> affiliations) {
        return new CaSettings(name, RegisteredIdentity.UNLIMITED, DEFAULT_FAILED_LOGINS, true, affiliations, Duration.ofDays(365), Duration.ofDays(1));
    }
}
