package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.hyperledger.fabric.protos.common.CombinedPrincipal;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity;
import org.hyperledger.fabric.protos.common.MSPIdentityAnonymity.MSPIdentityAnonymityType;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.OrganizationUnit;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.network.identity.OrganisationalUnits.Unit;

/** Which principals an identity satisfies. */
final class Principals {
    private Principals() {}

    static boolean satisfies(X509Identity identity, MSPPrincipal principal) throws InvalidProtocolBufferException, MspException {
        return switch (principal.getPrincipalClassification()) {
            case ROLE -> hasRole(identity, MSPRole.parseFrom(principal.getPrincipal()));
            case ORGANIZATION_UNIT -> isOfUnit(identity, OrganizationUnit.parseFrom(principal.getPrincipal()));
            case IDENTITY -> isSame(identity, principal.getPrincipal());
            case ANONYMITY -> isNominal(principal);
            case COMBINED -> satisfiesAll(identity, CombinedPrincipal.parseFrom(principal.getPrincipal()).getPrincipalsList());
            default -> false;
        };
    }

    /** Whether any valid peer of the MSP would satisfy the principal, whatever its certificate. */
    static boolean satisfiedByPeer(X509Msp msp, MSPPrincipal principal) throws InvalidProtocolBufferException {
        return switch (principal.getPrincipalClassification()) {
            case ROLE -> isRoleOfPeer(msp, MSPRole.parseFrom(principal.getPrincipal()));
            case ANONYMITY -> isNominal(principal);
            case COMBINED -> satisfiesAllAsPeer(msp, CombinedPrincipal.parseFrom(principal.getPrincipal()).getPrincipalsList());
            default -> false;
        };
    }

    private static boolean isRoleOfPeer(X509Msp msp, MSPRole role) {
        boolean peer = role.getRole() == MSPRoleType.PEER && msp.units().role(MSPRoleType.PEER).isPresent();
        return role.getMspIdentifier().equals(msp.id()) && (role.getRole() == MSPRoleType.MEMBER || peer);
    }

    private static boolean satisfiesAllAsPeer(X509Msp msp, List<MSPPrincipal> parts) throws InvalidProtocolBufferException {
        for (MSPPrincipal part : parts) {
            if (!satisfiedByPeer(msp, part)) {
                return false;
            }
        }
        return !parts.isEmpty();
    }

    private static boolean hasRole(X509Identity identity, MSPRole role) {
        if (!role.getMspIdentifier().equals(identity.mspId())) {
            return false;
        }
        return switch (role.getRole()) {
            case MEMBER -> identity.isMember();
            case ADMIN -> identity.msp().isNamedAdmin(identity.certificate()) || isClassified(identity, MSPRoleType.ADMIN);
            case CLIENT, PEER, ORDERER -> isClassified(identity, role.getRole());
            default -> false;
        };
    }

    private static boolean isClassified(X509Identity identity, MSPRoleType role) {
        return identity.isMember() && identity.msp().units().hasRole(identity.units(), role);
    }

    private static boolean isOfUnit(X509Identity identity, OrganizationUnit unit) {
        return unit.getMspIdentifier().equals(identity.mspId()) && identity.isMember()
                && identity.units().contains(new Unit(unit.getOrganizationalUnitIdentifier(), unit.getCertifiersIdentifier()));
    }

    private static boolean isSame(X509Identity identity, ByteString serialized) throws InvalidProtocolBufferException, MspException {
        SerializedIdentity other = SerializedIdentity.parseFrom(serialized);
        if (!other.getMspid().equals(identity.mspId())) {
            return false;
        }
        X509Certificate certificate = identity.msp().identity(other.getIdBytes(), serialized).certificate();
        return certificate.equals(identity.certificate()) && identity.isMember();
    }

    private static boolean isNominal(MSPPrincipal principal) throws InvalidProtocolBufferException {
        return MSPIdentityAnonymity.parseFrom(principal.getPrincipal()).getAnonymityType() == MSPIdentityAnonymityType.NOMINAL;
    }

    private static boolean satisfiesAll(X509Identity identity, List<MSPPrincipal> parts) throws InvalidProtocolBufferException, MspException {
        for (MSPPrincipal part : parts) {
            if (!satisfies(identity, part)) {
                return false;
            }
        }
        return !parts.isEmpty();
    }
}
