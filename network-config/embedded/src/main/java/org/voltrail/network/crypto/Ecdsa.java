package org.voltrail.network.crypto;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Keys for ECDSA on the curve P-256. */
public final class Ecdsa {
    static final String DIGEST_ALGORITHM = "NONEwithECDSA";
    private static final String KEY_ALGORITHM = "EC";
    private static final Optional<KeyFactory> NATIVE_KEYS = nativeKeyFactory();

    private Ecdsa() {}

    /** A new key pair on P-256. */
    public static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(KEY_ALGORITHM);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 in this runtime", e);
        }
    }

    /**
     * The key in the native provider's own form, so that it need not be converted at each use. It is made from its
     * encoding: a key that the provider translates itself lives only until the engine takes another one.
     */
    static PublicKey translate(ECPublicKey key) throws InvalidKeyException {
        return NATIVE_KEYS.isEmpty() ? key : generate(keys -> keys.generatePublic(new X509EncodedKeySpec(key.getEncoded())));
    }

    /** As {@link #translate(ECPublicKey)}, for private keys. */
    static PrivateKey translate(ECPrivateKey key) throws InvalidKeyException {
        return NATIVE_KEYS.isEmpty() ? key : generate(keys -> keys.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded())));
    }

    private static <K> K generate(KeyConversion<K> conversion) throws InvalidKeyException {
        try {
            return conversion.apply(NATIVE_KEYS.orElseThrow());
        } catch (InvalidKeySpecException e) {
            throw new InvalidKeyException("a key that the provider does not take", e);
        }
    }

    @FunctionalInterface
    private interface KeyConversion<K> {
        K apply(KeyFactory keys) throws InvalidKeySpecException;
    }

    private static Optional<KeyFactory> nativeKeyFactory() {
        return CryptoProvider.nativeProvider().map(provider -> {
            try {
                return KeyFactory.getInstance(KEY_ALGORITHM, provider);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the native provider has no EC keys", e);
            }
        });
    }
}
