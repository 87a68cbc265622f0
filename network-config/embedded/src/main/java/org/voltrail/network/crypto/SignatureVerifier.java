package org.voltrail.network.crypto;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;

/** Verifies signatures with one public key. Thread-safe. */
@FunctionalInterface
public interface SignatureVerifier {
    /** Whether it is this key's signature over the message. A malformed signature is {@code false}, never an exception. */
    boolean verify(byte[] message, byte[] signature);

    /**
     * The verifier for a key: ECDSA with SHA-256 and low S demanded, or Ed25519.
     *
     * @throws InvalidKeyException when the key is of another kind or not usable
     */
    static SignatureVerifier of(PublicKey key) throws InvalidKeyException {
        if (key instanceof ECPublicKey ecKey) {
            return new EcdsaVerifier(ecKey);
        }
        if (Ed25519Verifier.isEd25519(key)) {
            return new Ed25519Verifier(key);
        }
        throw new InvalidKeyException(key.getAlgorithm() + " is not supported");
    }
}
