package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * The MSPs of one channel configuration. Immutable and thread-safe. Parsed identities and what does not depend on the time
 * of day are kept, so that asking again costs little; a new configuration (a new revocation list, say) is a new manager.
 */
public interface MspManager {
    /**
     * The manager of these MSPs, checked as Fabric checks them when a configuration comes into force.
     *
     * @throws MspException when an MSP is not of Fabric's X.509 type or its certificates, units or lists are not sound
     */
    static MspManager of(Collection<MSPConfig> configs) throws MspException {
        return of(configs, Clock.systemUTC());
    }

    /** As {@link #of(Collection)}, with the clock that judges whether a certificate is valid now. */
    static MspManager of(Collection<MSPConfig> configs, Clock clock) throws MspException {
        return new X509MspManager(configs, clock);
    }

    /** MSP ids known to the channel. */
    Set<String> mspIds();

    /**
     * Parses a {@code msp.SerializedIdentity}.
     *
     * @throws MspException when it is malformed, its MSP is unknown, or its certificate was not issued by that MSP's authorities
     */
    Identity deserialize(ByteString serializedIdentity) throws MspException;

    /**
     * Checks that the identity may act now: membership as {@link #validateMembership} and the certificate's validity period.
     * For those who knock at the door (proposals, orders, requests).
     *
     * @throws MspException when the identity is not valid now
     */
    void validate(Identity identity) throws MspException;

    /**
     * Checks certificate chain, revocation and organisational units, but not the time of day: what has been ordered must be
     * judged alike on every peer and at every replay. Fabric's validation of blocks and its policies do the same.
     *
     * @throws MspException when the identity is no member
     */
    void validateMembership(Identity identity) throws MspException;

    /** Whether the identity is a member and satisfies the principal: ROLE by NodeOU, ORGANIZATION_UNIT, IDENTITY, ANONYMITY, COMBINED. */
    boolean satisfies(Identity identity, MSPPrincipal principal);

    /** Whether a valid peer of the MSP, whichever it is, would satisfy the principal. */
    boolean peerSatisfies(String mspId, MSPPrincipal principal);
}
