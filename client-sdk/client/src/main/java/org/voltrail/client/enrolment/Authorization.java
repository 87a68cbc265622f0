package org.voltrail.client.enrolment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.voltrail.client.identity.LedgerIdentity;

/** Makes the value of a request's authorisation header. */
@FunctionalInterface
interface Authorization {
    /** No header. */
    Authorization NONE = (method, uri, body) -> "";

    String header(String method, URI uri, byte[] body);

    /** Name and secret (RFC 7617). */
    static Authorization basic(String name, String secret) {
        return (method, uri, body) -> "Basic " + base64((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Fabric CA's token: {@code base64(certificate) . base64(signature)}, the signature over {@code method . base64(path and query) .
     * base64(body) . base64(certificate)}, each part as text.
     */
    static Authorization token(LedgerIdentity identity) {
        return (method, uri, body) -> {
            String certificate = base64(identity.certificatePem().getBytes(StandardCharsets.UTF_8));
            String signed = String.join(".", method, base64(requestUri(uri)), base64(body), certificate);
            return certificate + "." + base64(identity.sign(sha256(signed)));
        };
    }

    private static byte[] requestUri(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return (uri.getRawPath() + query).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
