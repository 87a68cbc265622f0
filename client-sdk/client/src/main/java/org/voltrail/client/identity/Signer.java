package org.voltrail.client.identity;

/** Makes signatures, wherever the key is. Implementations are thread-safe. */
@FunctionalInterface
public interface Signer {
    /**
     * Signs a digest.
     *
     * @param digest SHA-256 of what is to be signed, 32 bytes
     * @return an ECDSA signature in DER whose S is not above half the curve's order; peers refuse others
     * @throws IdentityException if it cannot be made
     */
    byte[] sign(byte[] digest);
}
