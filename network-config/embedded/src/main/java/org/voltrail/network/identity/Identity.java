package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A member's X.509 identity as it stands in a proposal, an endorsement or a block. Parsing alone does not make it valid: see {@link MspManager#validate}. */
public interface Identity {
    /** The MSP id that the identity claims. */
    String mspId();

    /** What tells two identities of an MSP apart: the certificate's SHA-256 in hexadecimal digits. */
    String id();

    /** The identity's certificate. */
    X509Certificate certificate();

    /** The serialised {@code msp.SerializedIdentity}, byte for byte as received. */
    ByteString serialized();

    /**
     * Whether {@code signature} is this identity's signature over {@code message}: ECDSA in DER with SHA-256, low S demanded.
     * A malformed signature is {@code false}, never an exception. A good signature is computed once in a process.
     */
    boolean verify(byte[] message, byte[] signature);

    /** When the certificate ends. */
    default Instant expiresAt() {
        return certificate().getNotAfter().toInstant();
    }
}
