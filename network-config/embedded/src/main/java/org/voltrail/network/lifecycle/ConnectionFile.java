package org.voltrail.network.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.chaincode.ChaincodeEndpoint;

/** A package's {@code connection.json}; every text may be a template over the peer's settings, as with Fabric's ccaas builder. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ConnectionFile(
        @Nullable String address,
        @JsonProperty("dial_timeout") @Nullable String dialTimeout,
        @JsonProperty("tls_required") boolean tlsRequired,
        @JsonProperty("client_auth_required") boolean clientAuthRequired,
        @JsonProperty("root_cert") @Nullable String rootCertificate,
        @JsonProperty("client_cert") @Nullable String clientCertificate,
        @JsonProperty("client_key") @Nullable String clientKey,
        @Nullable String domain) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{\\s*\\.([A-Za-z0-9_-]+)\\s*}}");
    private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

    static ConnectionFile parse(String json) throws LifecycleException {
        try {
            return JSON.readValue(json, ConnectionFile.class);
        } catch (JsonProcessingException e) {
            throw new LifecycleException("malformed chaincode info at 'connection.json': " + e.getOriginalMessage());
        }
    }

    ChaincodeEndpoint endpoint(Map<String, String> settings) throws LifecycleException {
        String target = filled(address, settings);
        if (target == null || target.isEmpty()) {
            throw new LifecycleException("chaincode address not provided");
        }
        return new ChaincodeEndpoint(target, timeout(filled(dialTimeout, settings)), tls(settings));
    }

    private ChaincodeEndpoint.@Nullable Tls tls(Map<String, String> settings) throws LifecycleException {
        if (!tlsRequired) {
            return null;
        }
        String root = required(filled(rootCertificate, settings), "chaincode tls root cert not provided");
        if (!clientAuthRequired) {
            return new ChaincodeEndpoint.Tls(root, null, null, null);
        }
        return new ChaincodeEndpoint.Tls(
                root,
                required(filled(clientCertificate, settings), "chaincode tls cert not provided"),
                required(filled(clientKey, settings), "chaincode tls key not provided"),
                filled(domain, settings));
    }

    private static String required(@Nullable String text, String otherwise) throws LifecycleException {
        if (text == null || text.isEmpty()) {
            throw new LifecycleException(otherwise);
        }
        return text;
    }

    private static @Nullable String filled(@Nullable String template, Map<String, String> settings) throws LifecycleException {
        if (template == null) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        Matcher matcher = TEMPLATE.matcher(template);
        while (matcher.find()) {
            String value = settings.get(matcher.group(1));
            if (value == null) {
                throw new LifecycleException(
                        "connection.json asks for the peer's setting '%s', which this peer does not have".formatted(matcher.group(1)));
            }
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(text).toString();
    }

    private static Duration timeout(@Nullable String text) throws LifecycleException {
        if (text == null || text.isEmpty()) {
            return ChaincodeEndpoint.DEFAULT_DIAL_TIMEOUT;
        }
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new LifecycleException("invalid duration: " + text);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }
}
