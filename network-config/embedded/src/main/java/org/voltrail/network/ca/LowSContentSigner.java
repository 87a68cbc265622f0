package org.voltrail.network.ca;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;
import org.voltrail.network.crypto.MessageSigner;

/** Signs a certificate or a revocation list with ECDSA, SHA-256 and low S, the form that Fabric brings certificates into anyway. */
final class LowSContentSigner implements ContentSigner {
    private static final AlgorithmIdentifier ALGORITHM = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private final MessageSigner signer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    LowSContentSigner(MessageSigner signer) {
        this.signer = signer;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return ALGORITHM;
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return signer.sign(content.toByteArray());
    }

    /** Each document needs its own signer. */
    @FunctionalInterface
    interface Factory {
        ContentSigner newSigner();
    }
}
