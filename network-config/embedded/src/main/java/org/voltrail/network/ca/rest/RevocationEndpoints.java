package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.Caller;
import org.voltrail.network.ca.IssuedCertificate;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.RevocationFilter;
import org.voltrail.network.ca.RevocationRequest;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;
import org.voltrail.network.crypto.Pem;

/** {@code revoke} and {@code gencrl}. */
final class RevocationEndpoints {
    private final OrganisationCa ca;

    RevocationEndpoints(OrganisationCa ca) {
        this.ca = ca;
    }

    CaAnswer revoke(CaRequest request) throws CaException {
        Body body = request.body(Body.class);
        List<IssuedCertificate> revoked = ca.revoke(request.caller(ca), body.toRequest());
        String list = body.withList() && !revoked.isEmpty() ? encode(RevocationFilter.ALL) : "";
        return CaAnswer.ok(new Revoked(revoked.stream().map(c -> new RevokedCertificate(c.serial(), c.aki())).toList(), list));
    }

    private String encode(RevocationFilter filter) {
        return EnrolmentEndpoints.base64(Pem.encode(ca.revocationList(filter)));
    }

    CaAnswer list(CaRequest request) throws CaException {
        FilterBody body = request.body(FilterBody.class);
        Caller caller = request.caller(ca);
        return CaAnswer.ok(new RevocationList(EnrolmentEndpoints.base64(Pem.encode(ca.revocationList(caller, body.toFilter())))));
    }

    private record Body(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("serial") @Nullable String serial,
            @JsonProperty("aki") @Nullable String aki,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("gencrl") boolean withList) {
        RevocationRequest toRequest() {
            return new RevocationRequest(text(id), text(serial), text(aki), text(reason));
        }

        private static String text(@Nullable String value) {
            return Objects.requireNonNullElse(value, "");
        }
    }

    private record FilterBody(
            @JsonProperty("revokedafter") @Nullable String revokedAfter,
            @JsonProperty("revokedbefore") @Nullable String revokedBefore,
            @JsonProperty("expireafter") @Nullable String expireAfter,
            @JsonProperty("expirebefore") @Nullable String expireBefore) {
        /** Go's zero time, which stands for an absent one. */
        private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");

        RevocationFilter toFilter() throws CaException {
            return new RevocationFilter(time(revokedAfter), time(revokedBefore), time(expireAfter), time(expireBefore));
        }

        private static @Nullable Instant time(@Nullable String text) throws CaException {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                Instant time = OffsetDateTime.parse(text).toInstant();
                return time.equals(ZERO) ? null : time;
            } catch (DateTimeParseException e) {
                throw CaException.of(400, CaErrorCode.BAD_BODY, "Invalid request body: '" + text + "' is no time of RFC 3339");
            }
        }
    }

    private record Revoked(@JsonProperty("RevokedCerts") List<RevokedCertificate> certificates, @JsonProperty("CRL") String list) {}

    private record RevokedCertificate(@JsonProperty("Serial") String serial, @JsonProperty("AKI") String aki) {}

    private record RevocationList(@JsonProperty("CRL") String list) {}
}
