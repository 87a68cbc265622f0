package org.voltrail.client.internal.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.voltrail.client.identity.IdentityException;
import org.voltrail.client.identity.Signer;

/** Signs digests with a private key at hand; the S of its signatures is never above half the curve's order. */
public final class EcdsaSigner implements Signer {
    private final PrivateKey key;
    private final BigInteger order;
    private final BigInteger halfOrder;

    private EcdsaSigner(PrivateKey key, BigInteger order) {
        this.key = key;
        this.order = order;
        this.halfOrder = order.shiftRight(1);
    }

    /**
     * A signer for a key.
     *
     * @throws IdentityException if it is no elliptic-curve key
     */
    public static EcdsaSigner of(PrivateKey key) {
        if (!(key instanceof ECPrivateKey ec)) {
            throw new IdentityException("The private key is of type " + key.getAlgorithm() + "; Fabric takes elliptic-curve keys");
        }
        try {
            return new EcdsaSigner((PrivateKey) Providers.ecKeys().translateKey(key), ec.getParams().getOrder());
        } catch (GeneralSecurityException e) {
            throw new IdentityException("The private key cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] sign(byte[] digest) {
        try {
            Signature signature = Providers.signature("NONEwithECDSA");
            signature.initSign(key);
            signature.update(digest);
            return lowS(signature.sign());
        } catch (GeneralSecurityException | IOException e) {
            throw new IdentityException("Signing failed: " + e.getMessage(), e);
        }
    }

    private byte[] lowS(byte[] signature) throws IOException {
        BigInteger[] parts = StandardDSAEncoding.INSTANCE.decode(order, signature);
        if (parts[1].compareTo(halfOrder) <= 0) {
            return signature;
        }
        return StandardDSAEncoding.INSTANCE.encode(order, parts[0], order.subtract(parts[1]));
    }
}
