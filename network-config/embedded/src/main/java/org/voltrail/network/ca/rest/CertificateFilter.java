package org.voltrail.network.ca.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.IssuedCertificate;
import org.voltrail.network.ca.RevocationRequest;

/**
 * Which certificates are asked for. Empty and absent fields do not narrow it.
 *
 * @param owner enrolment id
 * @param named serial number and authority key identifier
 */
record CertificateFilter(
        String owner,
        RevocationRequest named,
        boolean notExpired,
        boolean notRevoked,
        @Nullable Instant revokedFrom,
        @Nullable Instant revokedTo,
        @Nullable Instant expiredFrom,
        @Nullable Instant expiredTo,
        Instant now) {
    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,9})([dhms])");

    static CertificateFilter of(CaRequest request, Instant now) throws CaException {
        CertificateFilter filter = new CertificateFilter(request.parameter("id"),
                new RevocationRequest("", request.parameter("serial"), request.parameter("aki"), ""),
                request.flag("notexpired"), request.flag("notrevoked"),
                time(request, "revoked_start", now), time(request, "revoked_end", now),
                time(request, "expired_start", now), time(request, "expired_end", now), now);
        filter.requireSense();
        return filter;
    }

    private void requireSense() throws CaException {
        if (notExpired && (expiredFrom != null || expiredTo != null)) {
            throw bad("Can't specify expiration time filter and the 'notexpired' filter");
        }
        if (notRevoked && (revokedFrom != null || revokedTo != null)) {
            throw bad("Can't specify revocation time filter and the 'notrevoked' filter");
        }
    }

    boolean includes(IssuedCertificate certificate) {
        return isWanted(owner, certificate.owner()) && isWanted(named.serial(), certificate.serial()) && isWanted(named.aki(), certificate.aki())
                && includesExpiry(certificate.expires()) && includesRevocation(certificate.revokedAt());
    }

    private static boolean isWanted(String wanted, String found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private boolean includesExpiry(Instant expires) {
        return !(notExpired && expires.isBefore(now)) && isBetween(expires, expiredFrom, expiredTo);
    }

    private boolean includesRevocation(@Nullable Instant revoked) {
        if (revoked == null) {
            return revokedFrom == null && revokedTo == null;
        }
        return !notRevoked && isBetween(revoked, revokedFrom, revokedTo);
    }

    private static boolean isBetween(Instant moment, @Nullable Instant from, @Nullable Instant to) {
        return (from == null || !moment.isBefore(from)) && (to == null || !moment.isAfter(to));
    }

    /** A time of RFC 3339, a date, or a distance from now such as {@code -30d}. */
    private static @Nullable Instant time(CaRequest request, String parameter, Instant now) throws CaException {
        String text = request.parameter(parameter).strip();
        if (text.isEmpty()) {
            return null;
        }
        Matcher relative = RELATIVE.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return relative.matches() ? now.plus(distance(relative)) : OffsetDateTime.parse(text.contains("T") ? text : text + "T00:00:00Z").toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw bad("Invalid '" + parameter + "' value: " + text);
        }
    }

    private static Duration distance(Matcher relative) {
        long amount = Long.parseLong(relative.group(1) + relative.group(2));
        return switch (relative.group(3)) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofSeconds(amount);
        };
    }

    private static CaException bad(String reason) {
        return CaException.of(400, CaErrorCode.GETTING_CERTIFICATES, "Invalid Request: " + reason);
    }
}
