package org.voltrail.network.crypto;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/** ECDSA over SHA-256 with low S. What it has signed counts as verified in this process. */
final class EcdsaSigner implements MessageSigner {
    private static final ThreadLocal<Signature> ENGINE = ThreadLocal.withInitial(() -> CryptoProvider.signature(Ecdsa.DIGEST_ALGORITHM));

    private final PrivateKey key;
    private final BigInteger order;
    private final byte[] keyId;

    EcdsaSigner(ECPrivateKey privateKey, ECPublicKey publicKey) throws InvalidKeyException {
        this.key = Ecdsa.translate(privateKey);
        this.order = publicKey.getParams().getOrder();
        this.keyId = Sha256.of(publicKey.getEncoded());
        requirePair(publicKey);
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] digest = Sha256.of(message);
        byte[] signature = compute(digest);
        VerifiedSignatures.add(VerifiedSignatures.key(keyId, digest, signature));
        return signature;
    }

    private byte[] compute(byte[] digest) {
        try {
            Signature engine = ENGINE.get();
            engine.initSign(key);
            engine.update(digest);
            return EcdsaSignature.parse(engine.sign()).orElseThrow().toLow(order).encode();
        } catch (InvalidKeyException | SignatureException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    private void requirePair(ECPublicKey publicKey) throws InvalidKeyException {
        byte[] probe = compute(Sha256.of(keyId));
        if (!new EcdsaVerifier(publicKey).verify(keyId, probe)) {
            throw new InvalidKeyException("the private key does not belong to the public key");
        }
    }
}
