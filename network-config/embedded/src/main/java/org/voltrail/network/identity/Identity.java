package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;

/** A member's X.509 identity as it stands in a proposal, an endorsement or a block. Parsing alone does not make it valid: see {@link MspManager#validate}. */
public interface Identity {
    /** The MSP id that the identity claims. */
    String mspId();

    /** The identity's certificate. */
    X509Certificate certificate();

    /** The serialised {@code msp.SerializedIdentity}, byte for byte as received. */
    ByteString serialized();

    /**
     * Whether {@code signature} is this identity's ECDSA signature (DER, SHA-256, low S demanded) over {@code message}.
     * A malformed signature is {@code false}, never an exception.
     */
    boolean verify(byte[] message, byte[] signature);
}
