package org.voltrail.network.identity;

/** An identity together with its private key. Thread-safe. */
public interface SigningIdentity extends Identity {
    /** Signs {@code message}: ECDSA with SHA-256, DER encoded, low S. */
    byte[] sign(byte[] message);
}
