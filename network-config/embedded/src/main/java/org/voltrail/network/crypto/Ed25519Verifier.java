package org.voltrail.network.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;

/** Ed25519, which members of channels with capability V3_0 may use. */
final class Ed25519Verifier implements SignatureVerifier {
    private static final String ALGORITHM = "Ed25519";

    private final PublicKey key;

    Ed25519Verifier(PublicKey key) {
        this.key = key;
    }

    static boolean isEd25519(PublicKey key) {
        return key instanceof EdECPublicKey edKey && ALGORITHM.equals(edKey.getParams().getName());
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        try {
            Signature engine = Signature.getInstance(ALGORITHM);
            engine.initVerify(key);
            engine.update(message);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
