package org.voltrail.network.crypto;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

/** ECDSA over SHA-256 with low S demanded; each good signature is computed once in a process. */
final class EcdsaVerifier implements SignatureVerifier {
    private static final ThreadLocal<Signature> ENGINE = ThreadLocal.withInitial(() -> CryptoProvider.signature(Ecdsa.DIGEST_ALGORITHM));

    private final PublicKey key;
    private final BigInteger order;
    private final byte[] keyId;

    EcdsaVerifier(ECPublicKey key) throws InvalidKeyException {
        this.key = Ecdsa.translate(key);
        this.order = key.getParams().getOrder();
        this.keyId = Sha256.of(key.getEncoded());
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        Optional<byte[]> acceptable = acceptable(signature);
        if (acceptable.isEmpty()) {
            return false;
        }
        byte[] digest = Sha256.of(message);
        ByteString known = VerifiedSignatures.key(keyId, digest, acceptable.get());
        if (VerifiedSignatures.contains(known)) {
            return true;
        }
        boolean good = compute(digest, acceptable.get());
        if (good) {
            VerifiedSignatures.add(known);
        }
        return good;
    }

    /** The signature in plain DER if it is one with low S. */
    private Optional<byte[]> acceptable(byte[] signature) {
        return EcdsaSignature.parse(signature).filter(s -> s.isLow(order)).map(EcdsaSignature::encode)
                .map(der -> Arrays.equals(der, signature) ? signature : der);
    }

    private boolean compute(byte[] digest, byte[] signature) {
        try {
            Signature engine = ENGINE.get();
            engine.initVerify(key);
            engine.update(digest);
            return engine.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a key that was usable before is not", e);
        }
    }
}
