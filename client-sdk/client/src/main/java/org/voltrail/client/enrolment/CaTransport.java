package org.voltrail.client.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.profile.CertificateAuthority;

/** Sends requests to a Fabric CA and unwraps its answers: {@code {success, result, errors: [{code, message}], messages}}. */
final class CaTransport {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final String PREFIX = "/api/v1/";

    private final URI base;
    private final HttpClient http;

    CaTransport(CertificateAuthority authority) {
        this.base = authority.url();
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
        if (!authority.trustedCertificates().isEmpty()) {
            builder.sslContext(trusting(authority.trustedCertificates()));
        }
        this.http = builder.build();
    }

    /**
     * Sends a request.
     *
     * @param purpose what it is for, as an infinitive, for the text of a refusal
     * @param endpoint path below the API's prefix, with its query
     * @param body JSON object to send, or null
     * @param authorization makes the authorisation header
     * @return the {@code result} of the answer
     */
    JsonNode send(String purpose, String method, String endpoint, @Nullable JsonNode body, Authorization authorization) {
        URI uri = base.resolve(PREFIX + endpoint);
        byte[] content = body == null ? new byte[0] : encode(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(content));
        String header = authorization.header(method, uri, content);
        if (!header.isEmpty()) {
            request.header("Authorization", header);
        }
        return result(purpose, exchange(uri, request.build()));
    }

    private HttpResponse<byte[]> exchange(URI uri, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new CaUnreachableException("The certificate authority at " + uri + " does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the certificate authority");
        }
    }

    private JsonNode result(String purpose, HttpResponse<byte[]> response) {
        JsonNode answer = decode(response);
        JsonNode error = answer.path("errors").path(0);
        if (!error.isMissingNode()) {
            throw new CaRefusedException(purpose, response.statusCode(), error.path("code").asInt(), error.path("message").asText());
        }
        if (response.statusCode() >= 400 || !answer.path("success").asBoolean()) {
            throw new CaRefusedException(purpose, response.statusCode(), 0, "no reason was given");
        }
        return answer.path("result");
    }

    private JsonNode decode(HttpResponse<byte[]> response) {
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (answer.isObject()) {
                return answer;
            }
        } catch (IOException e) {
            throw notACa(response, e);
        }
        throw notACa(response, null);
    }

    private CaUnreachableException notACa(HttpResponse<byte[]> response, @Nullable Throwable cause) {
        return new CaUnreachableException("What answers at " + response.uri() + " with HTTP " + response.statusCode()
                + " is no Fabric CA", cause);
    }

    private static byte[] encode(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting(List<X509Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca" + i, certificates.get(i));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new CaUnreachableException("The authority's TLS certificates cannot be used: " + e.getMessage(), e);
        }
    }
}
