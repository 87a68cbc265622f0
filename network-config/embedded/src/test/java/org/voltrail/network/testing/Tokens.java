package org.voltrail.network.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.SigningIdentity;

/** Fabric CA's authorization tokens, for tests. */
public final class Tokens {
    private Tokens() {}

    public static String of(SigningIdentity identity, String method, String uri, byte[] body) {
        String certificate = encode(Pem.encode(identity.certificate()).getBytes(StandardCharsets.US_ASCII));
        String signed = String.join(".", method, encode(uri.getBytes(StandardCharsets.UTF_8)), encode(body), certificate);
        return certificate + "." + encode(identity.sign(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
