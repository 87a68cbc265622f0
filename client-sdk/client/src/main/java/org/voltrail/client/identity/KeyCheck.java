package org.voltrail.client.identity;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import org.voltrail.client.internal.crypto.Providers;

/** Checks that a private and a public key belong together. */
final class KeyCheck {
    private KeyCheck() {}

    static void requirePair(PublicKey publicKey, Signer signer) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded());
            if (!verify(publicKey, digest, signer.sign(digest))) {
                throw new IdentityException("The private key does not belong to the certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new IdentityException("The certificate's key cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean verify(PublicKey key, byte[] digest, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Providers.signature("NONEwithECDSA");
        verifier.initVerify((PublicKey) Providers.ecKeys().translateKey(key));
        verifier.update(digest);
        return verifier.verify(signature);
    }
}
