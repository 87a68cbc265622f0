package org.voltrail.network.ca.rest;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;

/** Which endpoint answers which path. */
final class CaRoutes {
    /** Where the interface's paths begin; Fabric CA also answers without it. */
    static final String PREFIX = "/api/v1/";

    private final OrganisationCa ca;
    private final Map<String, Route> routes;

    CaRoutes(OrganisationCa ca, Clock clock) {
        EnrolmentEndpoints enrolments = new EnrolmentEndpoints(ca);
        IdentityEndpoints identities = new IdentityEndpoints(ca);
        RevocationEndpoints revocations = new RevocationEndpoints(ca);
        AffiliationEndpoints affiliations = new AffiliationEndpoints(ca);
        this.ca = ca;
        this.routes = Map.ofEntries(
                Map.entry("cainfo", new Route(Set.of("GET", "POST", "HEAD"), enrolments::info)),
                Map.entry("enroll", new Route(Set.of("POST"), enrolments::enrol)),
                Map.entry("reenroll", new Route(Set.of("POST"), enrolments::reenrol)),
                Map.entry("register", new Route(Set.of("POST"), identities::register)),
                Map.entry("revoke", new Route(Set.of("POST"), revocations::revoke)),
                Map.entry("gencrl", new Route(Set.of("POST"), revocations::list)),
                Map.entry("identities", new Route(Set.of("GET", "POST"), identities::identities)),
                Map.entry("identities/", new Route(Set.of("GET", "PUT", "DELETE"), identities::identity)),
                Map.entry("certificates", new Route(Set.of("GET"), new CertificateEndpoints(ca, clock)::certificates)),
                Map.entry("affiliations", new Route(Set.of("GET"), affiliations::all)),
                Map.entry("affiliations/", new Route(Set.of("GET"), affiliations::one)));
    }

    /** Answers a request, or tells by an empty result that there is nothing at its path. */
    Optional<CaAnswer> answer(CaRequest request) throws CaException {
        String path = path(request);
        int slash = path.indexOf('/');
        Route route = routes.get(slash < 0 ? path : path.substring(0, slash + 1));
        if (route == null || slash == path.length() - 1) {
            return Optional.empty();
        }
        if (!route.methods.contains(request.method())) {
            throw CaException.of(405, CaErrorCode.METHOD_NOT_ALLOWED, "Method " + request.method() + " is not allowed");
        }
        requireOwnName(request);
        String variable = slash < 0 ? "" : path.substring(slash + 1);
        return Optional.of(route.endpoint.handle(
                new CaRequest(request.method(), request.uri(), variable, request.authorization(), request.body())));
    }

    private static String path(CaRequest request) {
        String path = request.uri().getPath();
        return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : path.substring(Math.min(1, path.length()));
    }

    private void requireOwnName(CaRequest request) throws CaException {
        Optional<String> name = request.caName();
        if (name.isPresent() && !name.get().equals(ca.name())) {
            throw CaException.of(404, CaErrorCode.CA_NOT_FOUND, "CA '" + name.get() + "' does not exist");
        }
    }

    private record Route(Set<String> methods, CaEndpoint endpoint) {}
}
