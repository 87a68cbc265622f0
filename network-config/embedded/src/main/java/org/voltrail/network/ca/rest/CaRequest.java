package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.CaErrorCode;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.Caller;
import org.voltrail.network.ca.OrganisationCa;

/**
 * A request to the authority.
 *
 * @param method the HTTP method
 * @param uri path and query as they were sent
 * @param variable what stands in the path after the endpoint's own part, decoded; empty where nothing does
 * @param authorization the authorization header, or null
 * @param body the body, perhaps empty
 */
record CaRequest(String method, URI uri, String variable, @Nullable String authorization, byte[] body) {
    /** Go reads the names of fields in any case, and passes over those that it does not know. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** The body as JSON of a type. */
    <T> T body(Class<T> type) throws CaException {
        if (body.length == 0) {
            throw CaException.of(400, CaErrorCode.EMPTY_BODY, "Empty request body");
        }
        try {
            T parsed = JSON.readValue(body, type);
            if (parsed != null) {
                return parsed;
            }
        } catch (JacksonException e) {
            throw CaException.of(400, CaErrorCode.BAD_BODY, "Invalid request body: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw CaException.of(400, CaErrorCode.BAD_BODY, "Invalid request body");
        }
        throw CaException.of(400, CaErrorCode.BAD_BODY, "Invalid request body: null");
    }

    /** A parameter of the query; empty where it is absent. */
    String parameter(String name) {
        return parameters().getOrDefault(name, "");
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        String query = uri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(decode(equals < 0 ? pair : pair.substring(0, equals)), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** A truth value of the query; false where it is absent. */
    boolean flag(String name) throws CaException {
        String value = parameter(name).toLowerCase(Locale.ROOT);
        return switch (value) {
            case "", "0", "f", "false" -> false;
            case "1", "t", "true" -> true;
            default -> throw CaException.of(400, CaErrorCode.BAD_BOOLEAN_PARAMETER,
                    "Failed to correctly parse value of '" + name + "' query parameter: '" + value + "'");
        };
    }

    /** The authority asked for, in the query or the body. */
    Optional<String> caName() throws CaException {
        String inQuery = parameter("ca");
        if (!inQuery.isEmpty()) {
            return Optional.of(inQuery);
        }
        String inBody = body.length == 0 ? "" : body(JsonNode.class).path("caname").asText(body(JsonNode.class).path("CAName").asText(""));
        return Optional.of(inBody).filter(name -> !name.isEmpty());
    }

    /** Who calls, by the token in the authorization header. */
    Caller caller(OrganisationCa ca) throws CaException {
        return ca.authenticate(requireAuthorization(), method, uri.toString(), body);
    }

    /** The name and secret in the authorization header. */
    Credentials credentials() throws CaException {
        String header = requireAuthorization();
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            Optional<Credentials> credentials = credentials(header.substring(6).strip());
            if (credentials.isPresent()) {
                return credentials.get();
            }
        }
        throw CaException.unauthenticated(CaErrorCode.NO_USER_AND_SECRET, "No user/pass in authorization header");
    }

    private static Optional<Credentials> credentials(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(new Credentials(decoded.substring(0, colon), decoded.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String requireAuthorization() throws CaException {
        if (authorization == null || authorization.isEmpty()) {
            throw CaException.of(401, CaErrorCode.NO_AUTHORIZATION_HEADER, "No authorization header");
        }
        return authorization;
    }

    /** A name and a secret. */
    record Credentials(String name, String secret) {}
}
