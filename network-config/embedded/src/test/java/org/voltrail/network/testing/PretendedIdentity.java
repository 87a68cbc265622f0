package org.voltrail.network.testing;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.identity.SigningIdentity;

/** Somebody's key and certificate under an MSP id that is not theirs. */
record PretendedIdentity(String mspId, SigningIdentity real) implements SigningIdentity {
    @Override
    public String id() {
        return real.id();
    }

    @Override
    public X509Certificate certificate() {
        return real.certificate();
    }

    @Override
    public ByteString serialized() {
        return SerializedIdentity.newBuilder().setMspid(mspId).setIdBytes(ByteString.copyFromUtf8(Pem.encode(certificate()))).build().toByteString();
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return real.verify(message, signature);
    }

    @Override
    public byte[] sign(byte[] message) {
        return real.sign(message);
    }
}
