package org.voltrail.network.ca;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.crypto.FileStore;

/**
 * An organisation's certificate authority with its register: what Fabric CA's server does, without the HTTP. Thread-safe; one
 * process at a time may have a register open.
 */
public final class OrganisationCa {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationCa.class);

    private final CertificateAuthority authority;
    private final CaSettings settings;
    private final CaRegister register;
    private final Authentication authentication;
    private final Enrolments enrolments;
    private final Registrations registrations;
    private final Revocations revocations;
    private final List<Consumer<X509CRL>> revocationListeners = new CopyOnWriteArrayList<>();

    private OrganisationCa(CertificateAuthority authority, CaSettings settings, CaRegister register, Clock clock) {
        this.authority = authority;
        this.settings = settings;
        this.register = register;
        this.authentication = new Authentication(authority, register, settings, clock);
        this.enrolments = new Enrolments(authority, register, settings);
        this.registrations = new Registrations(register, settings);
        this.revocations = new Revocations(authority, register, settings, clock);
    }

    /**
     * Opens an authority's register.
     *
     * @param folder where the register is kept; made when missing
     * @param files writes the register
     */
    public static OrganisationCa open(CertificateAuthority authority, Path folder, CaSettings settings, FileStore files, Clock clock) throws IOException {
        return new OrganisationCa(authority, settings, CaRegister.open(folder, files), clock);
    }

    /** The authority's name, by which clients may ask for it. */
    public String name() {
        return settings.name();
    }

    /** The authority's own certificate. */
    public X509Certificate certificate() {
        return authority.certificate();
    }

    /** The affiliations that identities may have. */
    public List<String> affiliations() {
        return settings.affiliations();
    }

    /**
     * Calls the listener with the whole new revocation list after each revocation, before the one who revokes is answered; so
     * that a network can have it in force by then. What the listener throws is logged: the revocation stands.
     */
    public void onRevocation(Consumer<X509CRL> listener) {
        revocationListeners.add(listener);
    }

    /** Whether an identity of that id is registered. */
    public boolean isRegistered(String id) {
        return register.identity(id).isPresent();
    }

    /**
     * Registers an identity for the one who runs the authority.
     *
     * @return the secret to enrol with
     * @throws CaException when the id is taken or not usable
     */
    public String register(Registration registration) throws CaException {
        return registrations.add(registration);
    }

    /**
     * Registers an identity whose keys the one who runs the authority certifies: it has no secret to enrol with.
     *
     * @throws CaException when the id is taken or not usable
     */
    public void registerWithoutSecret(Registration registration) throws CaException {
        registrations.addWithoutSecret(registration);
    }

    /**
     * Registers an identity at the wish of a registrar.
     *
     * @return the secret to enrol with
     * @throws CaException when the registrar may not or the id is taken
     */
    public String register(Caller registrar, Registration registration) throws CaException {
        return registrations.register(registrar.identity(), registration);
    }

    /**
     * Certifies a key of a registered identity for the one who runs the authority, with the attributes that go into every
     * certificate. The certificate is in the register like any other.
     *
     * @throws CaException when the identity is not registered
     */
    public X509Certificate certify(String id, PublicKey key, CertificateSpec.Usage usage, Duration validity, List<String> hosts) throws CaException {
        RegisteredIdentity identity = register.identity(id).orElseThrow(() -> Registrations.notFound(id));
        X509Certificate certificate = authority.issue(new CertificateSpec(Subjects.of(id, units(identity)), key, usage, validity,
                Enrolments.attributesForAll(identity), hosts));
        register.addCertificate(IssuedCertificate.of(id, certificate));
        return certificate;
    }

    private static List<String> units(RegisteredIdentity identity) {
        return identity.affiliation().isEmpty() ? List.of(identity.type()) : List.of(identity.type(), identity.affiliation());
    }

    /**
     * Certifies somebody who has the secret.
     *
     * @throws CaException when the secret is wrong or used up, or the request is not acceptable
     */
    public X509Certificate enrol(String id, String secret, EnrolmentRequest request) throws CaException {
        RegisteredIdentity identity = authentication.bySecret(id, secret);
        synchronized (enrolments) {
            Authentication.requireMayEnrol(register.identity(id).orElse(identity));
            X509Certificate certificate = enrolments.certify(identity, request);
            register.change(id, RegisteredIdentity::withEnrolment);
            return certificate;
        }
    }

    /**
     * Certifies a caller anew.
     *
     * @throws CaException when the request is not acceptable
     */
    public X509Certificate reenrol(Caller caller, EnrolmentRequest request) throws CaException {
        return enrolments.certify(caller.identity(), request);
    }

    /**
     * Finds out who calls, by Fabric CA's token over the request.
     *
     * @param uri path and query as they were sent
     * @throws CaException when the token does not hold
     */
    public Caller authenticate(String token, String method, String uri, byte[] body) throws CaException {
        return authentication.byToken(token, method, uri, body);
    }

    /**
     * Revokes an identity with all its certificates, or one certificate.
     *
     * @return the certificates that were not revoked before
     * @throws CaException when the caller may not, or there is no such identity or certificate
     */
    public List<IssuedCertificate> revoke(Caller caller, RevocationRequest request) throws CaException {
        List<IssuedCertificate> revoked = revocations.revoke(caller, request);
        tellListeners(revoked);
        return revoked;
    }

    private void tellListeners(List<IssuedCertificate> revoked) {
        if (revoked.isEmpty() || revocationListeners.isEmpty()) {
            return;
        }
        X509CRL list = revocationList(RevocationFilter.ALL);
        for (Consumer<X509CRL> listener : revocationListeners) {
            try {
                listener.accept(list);
            } catch (RuntimeException e) {
                LOG.error("A revocation by {} has not come into force everywhere", settings.name(), e);
            }
        }
    }

    /** A list of the revoked certificates. */
    public X509CRL revocationList(RevocationFilter filter) {
        return revocations.list(filter);
    }

    /**
     * Whether these lists together hold every certificate that has been revoked. Where they do not (the process was killed
     * between a revocation and its coming into force, say) a new list is due.
     */
    public boolean allRevokedIn(List<X509CRL> lists) {
        return register.certificates().stream().filter(IssuedCertificate::isRevoked)
                .allMatch(c -> lists.stream().anyMatch(list -> list.getRevokedCertificate(c.serialNumber()) != null));
    }

    /**
     * A list of the revoked certificates, for a caller.
     *
     * @throws CaException when the caller may not have it or the filter makes no sense
     */
    public X509CRL revocationList(Caller caller, RevocationFilter filter) throws CaException {
        Revocations.requireMayList(caller.identity());
        filter.requireSense();
        return revocations.list(filter);
    }

    /** The identities that a registrar may manage, by id. */
    public List<RegisteredIdentity> identities(Caller registrar) throws CaException {
        return registrations.managed(registrar.identity());
    }

    /** One identity that a registrar may manage. */
    public RegisteredIdentity identity(Caller registrar, String id) throws CaException {
        return registrations.managed(registrar.identity(), id);
    }

    /**
     * Changes an identity: empty fields, no attributes and 0 enrolments leave things as they are, an affiliation of a single dot
     * means the organisation itself, -2 enrolments means none, an attribute without value is taken away.
     */
    public RegisteredIdentity change(Caller registrar, Registration change) throws CaException {
        return registrations.change(registrar.identity(), change);
    }

    /**
     * Removes an identity and revokes its certificates.
     *
     * @param force whether registrars may remove themselves
     */
    public RegisteredIdentity remove(Caller registrar, String id, boolean force) throws CaException {
        registrations.requireRemovable(registrar.identity(), id, force);
        RegisteredIdentity identity = registrations.managed(registrar.identity(), id);
        List<IssuedCertificate> revoked = revocations.revokeOnRemoval(id);
        register.remove(id);
        tellListeners(revoked);
        return identity;
    }

    /**
     * The certificates that a registrar or revoker may see.
     *
     * @throws CaException when the caller is neither
     */
    public List<IssuedCertificate> certificates(Caller caller) throws CaException {
        RegisteredIdentity identity = caller.identity();
        if (identity.attribute(Attribute.REGISTRAR_ROLES).isEmpty() && !identity.isTrue(Attribute.REVOKER)) {
            throw CaException.unauthorised(CaErrorCode.AUTHORIZATION_FAILURE,
                    "Caller does not posses either hf.Registrar.Roles or hf.Revoker attribute");
        }
        RegistrarRights rights = new RegistrarRights(identity);
        return register.certificates().stream()
                .filter(c -> rights.covers(register.identity(c.owner()).map(RegisteredIdentity::affiliation).orElse(""))).toList();
    }

    /**
     * Whether the caller may act on an affiliation.
     *
     * @throws CaException when it may not
     */
    public void requireAffiliation(Caller caller, String affiliation) throws CaException {
        new RegistrarRights(caller.identity()).requireAffiliation(affiliation);
    }
}
