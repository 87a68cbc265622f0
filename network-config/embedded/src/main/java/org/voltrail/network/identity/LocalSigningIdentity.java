package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.network.crypto.MessageSigner;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.Sha256;
import org.voltrail.network.crypto.SignatureVerifier;

/** An identity whose private key is in this process. */
final class LocalSigningIdentity implements SigningIdentity {
    private final String mspId;
    private final X509Certificate certificate;
    private final ByteString serialized;
    private final MessageSigner signer;
    private final SignatureVerifier verifier;

    LocalSigningIdentity(String mspId, X509Certificate certificate, PrivateKey key) throws MspException {
        this.mspId = mspId;
        this.certificate = certificate;
        this.serialized = SerializedIdentity.newBuilder().setMspid(mspId).setIdBytes(ByteString.copyFromUtf8(Pem.encode(certificate))).build().toByteString();
        try {
            this.signer = MessageSigner.of(key, certificate.getPublicKey());
            this.verifier = SignatureVerifier.of(certificate.getPublicKey());
        } catch (InvalidKeyException e) {
            throw new MspException("the identity cannot sign: " + e.getMessage(), e);
        }
    }

    @Override
    public String mspId() {
        return mspId;
    }

    @Override
    public String id() {
        return Sha256.hex(Certificates.der(certificate));
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public ByteString serialized() {
        return serialized;
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return verifier.verify(message, signature);
    }

    @Override
    public byte[] sign(byte[] message) {
        return signer.sign(message);
    }
}
