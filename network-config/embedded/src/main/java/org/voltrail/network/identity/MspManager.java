package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;

/** The MSPs of one channel configuration. Immutable and thread-safe; may cache parsed and validated identities. */
public interface MspManager {
    /** MSP ids known to the channel. */
    Set<String> mspIds();

    /**
     * Parses a {@code msp.SerializedIdentity}.
     *
     * @throws MspException when it is malformed or its MSP is unknown
     */
    Identity deserialize(ByteString serializedIdentity) throws MspException;

    /**
     * Checks certificate chain, validity period, revocation and NodeOU classification.
     *
     * @throws MspException when the identity is not valid now
     */
    void validate(Identity identity) throws MspException;

    /** Whether the (valid) identity satisfies the principal: ROLE by NodeOU, ORGANIZATION_UNIT, IDENTITY. */
    boolean satisfies(Identity identity, MSPPrincipal principal);
}
