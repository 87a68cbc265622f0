package org.voltrail.client.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.voltrail.client.internal.crypto.Providers;

/** Makes keys. */
public final class KeyPairs {
    private KeyPairs() {}

    /** A fresh ECDSA key on the curve P-256, which every Fabric network takes. */
    public static KeyPair generate() {
        try {
            KeyPairGenerator generator = Providers.ecKeyPairs();
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IdentityException("No P-256 key can be made: " + e.getMessage(), e);
        }
    }
}
