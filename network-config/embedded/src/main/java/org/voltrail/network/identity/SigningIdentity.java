package org.voltrail.network.identity;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An identity together with its private key. Thread-safe. */
public interface SigningIdentity extends Identity {
    /** Signs {@code message}: ECDSA with SHA-256, DER encoded, low S. */
    byte[] sign(byte[] message);

    /**
     * A signing identity from its certificate and private key.
     *
     * @throws MspException when the key is not an EC key or does not belong to the certificate
     */
    static SigningIdentity of(String mspId, X509Certificate certificate, PrivateKey key) throws MspException {
        return new LocalSigningIdentity(mspId, certificate, key);
    }
}
