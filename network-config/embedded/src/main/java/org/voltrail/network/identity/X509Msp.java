package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.PemFormatException;
import org.voltrail.network.crypto.Sha256;
import org.voltrail.network.crypto.SignatureVerifier;

/** One organisation's MSP: its authorities, revocation lists, units and administrators, as of capability V1_4_3 and later. Immutable. */
final class X509Msp {
    private static final int FABRIC = 0;

    private final String id;
    private final List<X509Certificate> authorities;
    private final CertificateChains chains;
    private final Set<X509Certificate> innerAuthorities = new HashSet<>();
    private final RevocationLists revocations;
    private final OrganisationalUnits units;
    private final Set<X509Certificate> admins = new HashSet<>();

    private X509Msp(FabricMSPConfig config) throws MspException {
        this.id = config.getName();
        List<X509Certificate> roots = certificates(config.getRootCertsList());
        requireRoots(roots);
        List<X509Certificate> intermediates = canonical(certificates(config.getIntermediateCertsList()), roots);
        this.authorities = Stream.concat(roots.stream(), intermediates.stream()).toList();
        this.chains = new CertificateChains(roots, intermediates);
        this.revocations = RevocationLists.of(config.getRevocationListList());
        validateAuthorities(authorities, chains);
        findInnerAuthorities(intermediates);
        validateTlsAuthorities(config);
        this.units = new OrganisationalUnits(config, this::certifiers);
        addAdmins(config.getAdminsList());
    }

    static X509Msp of(MSPConfig config) throws MspException {
        if (config.getType() != FABRIC) {
            throw new MspException("MSP type " + config.getType() + " is not supported, only X.509");
        }
        try {
            return new X509Msp(FabricMSPConfig.parseFrom(config.getConfig()));
        } catch (InvalidProtocolBufferException e) {
            throw new MspException("failed unmarshalling fabric msp config: " + e.getMessage(), e);
        }
    }

    String id() {
        return id;
    }

    OrganisationalUnits units() {
        return units;
    }

    boolean isNamedAdmin(X509Certificate certificate) {
        return admins.contains(certificate);
    }

    /** Parses a member's certificate; its authority must be one of this MSP's. */
    X509Identity identity(ByteString pem, ByteString serialized) throws MspException {
        X509Certificate certificate = selfSignedWithLowS(certificate(pem));
        List<X509Certificate> chain = chains.chain(certificate);
        X509Certificate canonical = canonical(certificate, chain);
        return new X509Identity(this, canonical, chain, verifier(canonical), serialized);
    }

    /** A certificate as its authority would have signed it with low S. */
    private static X509Certificate canonical(X509Certificate certificate, List<X509Certificate> chain) throws MspException {
        return Certificates.withLowS(certificate, chain.get(Math.min(1, chain.size() - 1)).getPublicKey());
    }

    private static List<X509Certificate> canonical(List<X509Certificate> intermediates, List<X509Certificate> roots) throws MspException {
        CertificateChains raw = new CertificateChains(roots, intermediates);
        List<X509Certificate> canonical = new ArrayList<>();
        for (X509Certificate intermediate : intermediates) {
            canonical.add(canonical(intermediate, raw.chain(intermediate)));
        }
        return List.copyOf(canonical);
    }

    /** Everything about membership that does not depend on the time of day. */
    void validate(X509Identity identity) throws MspException {
        List<X509Certificate> chain = identity.chain();
        if (Certificates.isAuthority(identity.certificate())) {
            throw new MspException("could not obtain certification chain: An X509 certificate with Basic Constraint: "
                    + "Certificate Authority equals true cannot be used as an identity");
        }
        if (innerAuthorities.contains(chain.get(1))) {
            throw new MspException("could not obtain certification chain: invalid validation chain. Parent certificate should be a leaf of the certification tree");
        }
        refuseRevoked(chain);
        validateUnits(identity);
    }

    private void refuseRevoked(List<X509Certificate> chain) throws MspException {
        try {
            revocations.requireNotRevoked(chain.get(0), chain.get(1));
        } catch (MspException e) {
            throw new MspException("could not validate identity against certification chain: " + e.getMessage(), e);
        }
    }

    private void validateUnits(X509Identity identity) throws MspException {
        try {
            units.validate(identity.units());
        } catch (MspException e) {
            throw new MspException("could not validate identity's OUs: " + e.getMessage(), e);
        }
    }

    /** Identifies the authorities above a certificate: the digest of their certificates, from its issuer up to the root. */
    static ByteString certifiers(List<X509Certificate> authorities) {
        return ByteString.copyFrom(Sha256.of(authorities.stream().map(Certificates::der).toArray(byte[][]::new)));
    }

    private ByteString certifiers(ByteString authorityPem) throws MspException {
        X509Certificate named = selfSignedWithLowS(certificate(authorityPem));
        X509Certificate authority = canonical(named, chains.chain(named));
        if (!authorities.contains(authority)) {
            throw new MspException("Failed adding OU. Certificate [" + authority.getSubjectX500Principal() + "] not in root or intermediate certs.");
        }
        return certifiers(chains.chain(authority));
    }

    private static void requireRoots(List<X509Certificate> roots) throws MspException {
        if (roots.isEmpty()) {
            throw new MspException("expected at least one CA certificate");
        }
    }

    private void validateAuthorities(List<X509Certificate> certificates, CertificateChains within) throws MspException {
        for (X509Certificate authority : certificates) {
            requireAuthority(authority);
            List<X509Certificate> chain = chainOfAuthority(authority, within);
            if (chain.size() > 1) {
                revocations.requireNotRevoked(authority, chain.get(1));
            }
        }
    }

    private static List<X509Certificate> chainOfAuthority(X509Certificate authority, CertificateChains within) throws MspException {
        try {
            return within.chain(authority);
        } catch (MspException e) {
            throw new MspException("CA Certificate is not valid, (SN: %s): could not obtain certification chain: %s"
                    .formatted(authority.getSerialNumber(), e.getMessage()), e);
        }
    }

    private static void requireAuthority(X509Certificate authority) throws MspException {
        String serialNumber = authority.getSerialNumber().toString(16);
        if (!Certificates.isAuthority(authority)) {
            throw new MspException("CA Certificate did not have the CA attribute, (SN: " + serialNumber + ")");
        }
        if (Certificates.subjectKeyIdentifier(authority).isEmpty()) {
            throw new MspException("CA Certificate problem with Subject Key Identifier extension, (SN: " + serialNumber
                    + "): subjectKeyIdentifier not found in certificate");
        }
    }

    private void findInnerAuthorities(List<X509Certificate> intermediates) throws MspException {
        for (X509Certificate intermediate : intermediates) {
            innerAuthorities.addAll(chains.chain(intermediate).subList(1, chains.chain(intermediate).size()));
        }
    }

    private void validateTlsAuthorities(FabricMSPConfig config) throws MspException {
        List<X509Certificate> roots = certificates(config.getTlsRootCertsList());
        List<X509Certificate> intermediates = certificates(config.getTlsIntermediateCertsList());
        CertificateChains tlsChains = new CertificateChains(roots, intermediates);
        validateAuthorities(Stream.concat(roots.stream(), intermediates.stream()).toList(), tlsChains);
    }

    private void addAdmins(List<ByteString> encoded) throws MspException {
        if (encoded.isEmpty() && units.role(MSPRoleType.ADMIN).isEmpty()) {
            throw new MspException("administrators must be declared when no admin ou classification is set");
        }
        for (ByteString pem : encoded) {
            X509Identity admin = identity(pem, ByteString.EMPTY);
            requireAdmin(admin);
            admins.add(admin.certificate());
        }
    }

    private void requireAdmin(X509Identity admin) throws MspException {
        if (!units.enforced()) {
            validate(admin);
        } else if (!units.hasRole(admin.units(), MSPRoleType.CLIENT) && !units.hasRole(admin.units(), MSPRoleType.ADMIN)) {
            throw new MspException("admin is invalid: the identity is neither a client nor an admin, MSP: [" + id + "]");
        }
    }

    private static SignatureVerifier verifier(X509Certificate certificate) throws MspException {
        try {
            return SignatureVerifier.of(certificate.getPublicKey());
        } catch (InvalidKeyException e) {
            throw new MspException("failed to import certificate's public key: " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> certificates(List<ByteString> encoded) throws MspException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (ByteString pem : encoded) {
            certificates.add(selfSignedWithLowS(certificate(pem)));
        }
        return List.copyOf(certificates);
    }

    private static X509Certificate selfSignedWithLowS(X509Certificate certificate) throws MspException {
        return Certificates.isSelfSigned(certificate) ? Certificates.withLowS(certificate, certificate.getPublicKey()) : certificate;
    }

    private static X509Certificate certificate(ByteString pem) throws MspException {
        try {
            return Pem.certificate(pem.toByteArray());
        } catch (PemFormatException e) {
            throw new MspException(e.getMessage(), e);
        }
    }
}
