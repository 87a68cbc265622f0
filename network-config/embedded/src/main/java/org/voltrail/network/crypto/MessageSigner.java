package org.voltrail.network.crypto;

import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/** Signs messages with one private key. Thread-safe. */
@FunctionalInterface
public interface MessageSigner {
    /** The signature over the message. */
    byte[] sign(byte[] message);

    /**
     * A signer that makes ECDSA signatures with SHA-256, DER encoded, low S.
     *
     * @param publicKey the private key's counterpart
     * @throws InvalidKeyException when the keys are not an EC key pair
     */
    static MessageSigner of(PrivateKey privateKey, PublicKey publicKey) throws InvalidKeyException {
        if (privateKey instanceof ECPrivateKey ecPrivate && publicKey instanceof ECPublicKey ecPublic) {
            return new EcdsaSigner(ecPrivate, ecPublic);
        }
        throw new InvalidKeyException(privateKey.getAlgorithm() + " is not supported");
    }
}
