package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.Attribute;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.Caller;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.RegisteredIdentity;
import org.voltrail.network.ca.Registration;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;

/** {@code register}, {@code identities} and {@code identities/{id}}. */
final class IdentityEndpoints {
    private final OrganisationCa ca;

    IdentityEndpoints(OrganisationCa ca) {
        this.ca = ca;
    }

    CaAnswer register(CaRequest request) throws CaException {
        Registration registration = request.body(Body.class).toRegistration("");
        return CaAnswer.created(Map.of("secret", ca.register(request.caller(ca), registration)));
    }

    CaAnswer identities(CaRequest request) throws CaException {
        return request.method().equals("GET") ? list(request) : add(request);
    }

    private CaAnswer list(CaRequest request) throws CaException {
        List<Identity> identities = ca.identities(request.caller(ca)).stream().map(i -> Identity.of(i, "", null)).toList();
        return CaAnswer.ok(Map.of("identities", identities, "caname", ca.name()));
    }

    private CaAnswer add(CaRequest request) throws CaException {
        Caller caller = request.caller(ca);
        Registration registration = request.body(Body.class).toRegistration("");
        if (registration.id().isEmpty()) {
            throw CaException.of(400, CaErrorCode.ADD_IDENTITY, "Missing 'ID' in request to add a new identity");
        }
        String secret = ca.register(caller, registration);
        return CaAnswer.created(Identity.of(ca.identity(caller, registration.id()), secret, ca.name()));
    }

    CaAnswer identity(CaRequest request) throws CaException {
        Caller caller = request.caller(ca);
        return CaAnswer.ok(switch (request.method()) {
            case "PUT" -> change(caller, request);
            case "DELETE" -> Identity.of(ca.remove(caller, request.variable(), request.flag("force")), "", ca.name());
            default -> Identity.of(ca.identity(caller, request.variable()), "", ca.name());
        });
    }

    private Identity change(Caller caller, CaRequest request) throws CaException {
        Registration change = request.body(Body.class).toRegistration(request.variable());
        return Identity.of(ca.change(caller, change), change.secret(), ca.name());
    }

    private record Body(
            @JsonProperty("id") @Nullable String id,
            @JsonProperty("type") @Nullable String type,
            @JsonProperty("secret") @Nullable String secret,
            @JsonProperty("max_enrollments") int maxEnrolments,
            @JsonProperty("affiliation") @Nullable String affiliation,
            @JsonProperty("attrs") @Nullable List<Attribute> attributes) {
        Registration toRegistration(String idInPath) {
            return new Registration(idInPath.isEmpty() ? text(id) : idInPath, text(type), text(secret), maxEnrolments, text(affiliation),
                    Objects.requireNonNullElse(attributes, List.of()));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Identity(
            @JsonProperty("id") String id,
            @JsonProperty("type") String type,
            @JsonProperty("affiliation") String affiliation,
            @JsonProperty("attrs") List<Attribute> attributes,
            @JsonProperty("max_enrollments") int maxEnrolments,
            @JsonProperty("secret") @Nullable String secret,
            @JsonProperty("caname") @Nullable String caName) {
        static Identity of(RegisteredIdentity identity, String secret, @Nullable String caName) {
            return new Identity(identity.id(), identity.type(), identity.affiliation(), identity.attributes(), identity.maxEnrolments(),
                    secret.isEmpty() ? null : secret, caName);
        }
    }
}
