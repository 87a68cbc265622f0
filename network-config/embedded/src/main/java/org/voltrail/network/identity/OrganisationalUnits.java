package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;

/** The organisational units that an MSP knows: those that members must have one of, and the NodeOUs that tell client, peer, admin and orderer apart. */
final class OrganisationalUnits {
    /** A unit's name and, where it counts, the identifier of the authorities that certify it. */
    record Unit(String name, ByteString certifiers) {
        boolean matches(Unit other) {
            return certifiers.isEmpty() || certifiers.equals(other.certifiers);
        }

        @Override
        public String toString() {
            return "%s(%s)".formatted(name, HexFormat.of().withUpperCase().formatHex(certifiers.substring(0, Math.min(8, certifiers.size())).toByteArray()));
        }
    }

    /** Finds the identifier of a certifying authority's chain. */
    @FunctionalInterface
    interface Certifiers {
        ByteString identifier(ByteString authorityPem) throws MspException;
    }

    private final String mspId;
    private final List<Unit> accepted;
    private final boolean enforced;
    private final Map<MSPRoleType, Unit> roles;

    OrganisationalUnits(FabricMSPConfig config, Certifiers certifiers) throws MspException {
        this.mspId = config.getName();
        this.accepted = accepted(config.getOrganizationalUnitIdentifiersList(), certifiers);
        this.roles = roles(config.getFabricNodeOus(), certifiers);
        this.enforced = config.getFabricNodeOus().getEnable() && !roles.isEmpty();
    }

    private static List<Unit> accepted(List<FabricOUIdentifier> identifiers, Certifiers certifiers) throws MspException {
        List<Unit> units = new ArrayList<>();
        for (FabricOUIdentifier identifier : identifiers) {
            units.add(new Unit(identifier.getOrganizationalUnitIdentifier(), certifiers.identifier(identifier.getCertificate())));
        }
        return List.copyOf(units);
    }

    private static Map<MSPRoleType, Unit> roles(FabricNodeOUs nodeOus, Certifiers certifiers) throws MspException {
        Map<MSPRoleType, Unit> units = new EnumMap<>(MSPRoleType.class);
        put(units, MSPRoleType.CLIENT, nodeOus.hasClientOuIdentifier(), nodeOus.getClientOuIdentifier(), certifiers);
        put(units, MSPRoleType.PEER, nodeOus.hasPeerOuIdentifier(), nodeOus.getPeerOuIdentifier(), certifiers);
        put(units, MSPRoleType.ADMIN, nodeOus.hasAdminOuIdentifier(), nodeOus.getAdminOuIdentifier(), certifiers);
        put(units, MSPRoleType.ORDERER, nodeOus.hasOrdererOuIdentifier(), nodeOus.getOrdererOuIdentifier(), certifiers);
        return units;
    }

    private static void put(Map<MSPRoleType, Unit> units, MSPRoleType role, boolean present, FabricOUIdentifier identifier, Certifiers certifiers)
            throws MspException {
        if (present) {
            ByteString certificate = identifier.getCertificate();
            ByteString certifiedBy = certificate.isEmpty() ? ByteString.EMPTY : certifiers.identifier(certificate);
            units.put(role, new Unit(identifier.getOrganizationalUnitIdentifier(), certifiedBy));
        }
    }

    /** Whether NodeOUs tell the members' roles. */
    boolean enforced() {
        return enforced;
    }

    /** The NodeOU of a role, where NodeOUs are in force and define it. */
    Optional<Unit> role(MSPRoleType role) {
        return enforced ? Optional.ofNullable(roles.get(role)) : Optional.empty();
    }

    boolean hasRole(List<Unit> units, MSPRoleType role) {
        return role(role).filter(nodeOu -> units.stream().anyMatch(unit -> unit.name.equals(nodeOu.name))).isPresent();
    }

    /** Refuses units that are none of those accepted, or do not name exactly one role. */
    void validate(List<Unit> units) throws MspException {
        validateAccepted(units);
        if (enforced) {
            validateRole(units);
        }
    }

    private void validateAccepted(List<Unit> units) throws MspException {
        if (accepted.isEmpty() || units.stream().anyMatch(accepted::contains)) {
            return;
        }
        throw new MspException(units.isEmpty()
                ? "the identity certificate does not contain an Organizational Unit (OU)"
                : "none of the identity's organizational units " + text(units) + " are in MSP " + mspId);
    }

    private void validateRole(List<Unit> units) throws MspException {
        long named = 0;
        for (Unit unit : units) {
            Optional<Unit> nodeOu = roles.values().stream().filter(role -> role.name.equals(unit.name)).reduce((first, last) -> last);
            if (nodeOu.isPresent() && !nodeOu.get().matches(unit)) {
                throw new MspException("certifiersIdentifier does not match: " + text(units) + ", MSP: [" + mspId + "]");
            }
            named += nodeOu.isPresent() ? 1 : 0;
        }
        requireOne(named, units);
    }

    private void requireOne(long named, List<Unit> units) throws MspException {
        if (named == 0) {
            throw new MspException("the identity does not have an OU that resolves to client, peer, orderer, or admin role. OUs: "
                    + text(units) + ", MSP: [" + mspId + "]");
        }
        if (named > 1) {
            throw new MspException("the identity must have a client, a peer, an orderer, or an admin OU role to be valid, not a combination of them. OUs: "
                    + text(units) + ", MSP: [" + mspId + "]");
        }
    }

    private static String text(List<Unit> units) {
        return units.stream().map(Unit::toString).collect(Collectors.joining(" ", "[", "]"));
    }
}
