package org.voltrail.network.ca;

import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.voltrail.network.ca.CertificateAuthority.Revocation;

/** Revokes certificates and makes lists of what is revoked. */
final class Revocations {
    private static final int CESSATION_OF_OPERATION = 5;

    private final CertificateAuthority authority;
    private final CaRegister register;
    private final CaSettings settings;
    private final Clock clock;

    Revocations(CertificateAuthority authority, CaRegister register, CaSettings settings, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /** Revokes what is named and gives the certificates that were not revoked before. */
    List<IssuedCertificate> revoke(Caller caller, RevocationRequest request) throws CaException {
        if (request.namesCertificate()) {
            return revokeCertificate(caller, request);
        }
        if (request.id().isEmpty()) {
            throw CaException.of(400, CaErrorCode.MISSING_REVOCATION_ARGUMENTS,
                    "Either Name or Serial and AKI are required for a revoke request");
        }
        return revokeIdentity(caller.identity(), request);
    }

    private List<IssuedCertificate> revokeCertificate(Caller caller, RevocationRequest request) throws CaException {
        String name = "Certificate with serial " + request.serial() + " and AKI " + request.aki();
        IssuedCertificate certificate = register.certificate(request.serial(), request.aki())
                .orElseThrow(() -> CaException.of(404, CaErrorCode.REVOKED_CERTIFICATE_NOT_FOUND, name + " was not found"));
        requireMayRevoke(caller.identity(), certificate.owner());
        if (certificate.isRevoked()) {
            throw CaException.of(404, CaErrorCode.ALREADY_REVOKED, name + " was already revoked");
        }
        if (!request.id().isEmpty() && !request.id().equals(certificate.owner())) {
            throw CaException.of(400, CaErrorCode.CERTIFICATE_WRONG_OWNER, name + " is not owned by " + request.id());
        }
        RegisteredIdentity owner = identity(certificate.owner());
        if (!(caller.serial().equals(request.serial()) && caller.aki().equals(request.aki()))) {
            new RegistrarRights(caller.identity()).requireMayManage(owner);
        }
        return mark(certificate.owner(), certificate, RevocationReason.number(request.reason()));
    }

    private List<IssuedCertificate> revokeIdentity(RegisteredIdentity caller, RevocationRequest request) throws CaException {
        requireMayRevoke(caller, request.id());
        RegisteredIdentity identity = identity(request.id());
        if (!caller.id().equals(identity.id())) {
            new RegistrarRights(caller).requireMayManage(identity);
        }
        register.change(identity.id(), RegisteredIdentity::asRevoked);
        return markAll(identity.id(), RevocationReason.number(request.reason()));
    }

    /** Revokes all certificates of an identity that is being removed. */
    List<IssuedCertificate> revokeOnRemoval(String id) {
        return markAll(id, CESSATION_OF_OPERATION);
    }

    private List<IssuedCertificate> mark(String owner, IssuedCertificate certificate, int reason) {
        Instant now = clock.instant();
        return register.changeCertificates(owner, c -> c.equals(certificate) ? c.asRevoked(now, reason) : c);
    }

    private List<IssuedCertificate> markAll(String owner, int reason) {
        Instant now = clock.instant();
        return register.changeCertificates(owner, c -> c.isRevoked() ? c : c.asRevoked(now, reason));
    }

    private static void requireMayRevoke(RegisteredIdentity caller, String owner) throws CaException {
        if (!caller.id().equals(owner) && !caller.isTrue(Attribute.REVOKER)) {
            throw CaException.unauthorised(CaErrorCode.NOT_REVOKER, "Caller does not have authority to revoke");
        }
    }

    private RegisteredIdentity identity(String id) throws CaException {
        return register.identity(id).orElseThrow(() -> CaException.of(404, CaErrorCode.REVOKED_IDENTITY_NOT_FOUND, "Identity " + id + " was not found"));
    }

    static void requireMayList(RegisteredIdentity caller) throws CaException {
        if (!caller.isTrue(Attribute.GENERATE_CRL)) {
            throw CaException.unauthorised(CaErrorCode.NO_CRL_AUTHORITY,
                    "The identity '" + caller.id() + "' does not have authority to generate a CRL");
        }
    }

    X509CRL list(RevocationFilter filter) {
        List<Revocation> revocations = register.certificates().stream().filter(filter::includes)
                .map(c -> new Revocation(c.serialNumber(), Objects.requireNonNull(c.revokedAt()), c.reason())).toList();
        return authority.revocationList(revocations, settings.revocationListValidity());
    }
}
