package org.voltrail.network.ca;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Registers, changes and removes identities at a registrar's wish. */
final class Registrations {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int SECRET_LENGTH = 16;
    private static final int LONGEST_ID = 255;
    private static final int RESET_TO_ZERO = -2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CaRegister register;
    private final CaSettings settings;

    Registrations(CaRegister register, CaSettings settings) {
        this.register = register;
        this.settings = settings;
    }

    /** Registers an identity and gives the secret it may enrol with. */
    String register(RegisteredIdentity registrar, Registration wanted) throws CaException {
        Registration registration = completed(wanted, registrar);
        try {
            requireAllowed(registrar, registration);
        } catch (CaException e) {
            throw CaException.unauthorised(CaErrorCode.REGISTRATION_NOT_ALLOWED,
                    "Registration of '" + registration.id() + "' failed: " + e.getMessage());
        }
        return add(registration);
    }

    private static Registration completed(Registration wanted, RegisteredIdentity registrar) {
        String affiliation = switch (wanted.affiliation()) {
            case "" -> registrar.affiliation();
            case "." -> "";
            default -> wanted.affiliation();
        };
        String type = wanted.type().isEmpty() ? registrar.type() : wanted.type();
        return new Registration(wanted.id(), type, wanted.secret(), wanted.maxEnrolments(), affiliation, wanted.attributes());
    }

    private void requireAllowed(RegisteredIdentity registrar, Registration registration) throws CaException {
        RegistrarRights rights = new RegistrarRights(registrar);
        rights.requireType(registration.type());
        rights.requireAffiliation(registration.affiliation());
        requireKnownAffiliation(registration.affiliation());
        rights.requireMayGive(registration.attributes(), Optional.empty());
    }

    private void requireKnownAffiliation(String affiliation) throws CaException {
        if (!affiliation.isEmpty() && !settings.affiliations().contains(affiliation)) {
            throw CaException.of(404, CaErrorCode.GETTING_AFFILIATION, "Failed getting affiliation '" + affiliation + "'");
        }
    }

    /** Registers an identity without asking who wants it. */
    String add(Registration registration) throws CaException {
        requireNew(registration.id());
        String secret = registration.secret().isEmpty() ? newSecret() : registration.secret();
        add(registration, SecretHash.of(secret));
        return secret;
    }

    /** Registers an identity that has no secret and so cannot enrol by one. */
    void addWithoutSecret(Registration registration) throws CaException {
        requireNew(registration.id());
        add(registration, "");
    }

    private void add(Registration registration, String secretHash) throws CaException {
        requireId(registration.id());
        List<Attribute> attributes = new ArrayList<>(registration.attributes());
        attributes.add(Attribute.inCertificates(Attribute.ENROLMENT_ID, registration.id()));
        attributes.add(Attribute.inCertificates(Attribute.TYPE, registration.type()));
        attributes.add(Attribute.inCertificates(Attribute.AFFILIATION, registration.affiliation()));
        RegisteredIdentity identity = new RegisteredIdentity(registration.id(), registration.type(), registration.affiliation(), attributes,
                maxEnrolments(registration.maxEnrolments()), 0, secretHash, 0, false);
        if (!register.add(identity)) {
            throw alreadyRegistered(registration.id());
        }
    }

    private static void requireId(String id) throws CaException {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw CaException.of(400, CaErrorCode.ADD_IDENTITY, "Missing or overlong 'ID' in request to add a new identity");
        }
    }

    private void requireNew(String id) throws CaException {
        if (register.identity(id).isPresent()) {
            throw alreadyRegistered(id);
        }
    }

    private static CaException alreadyRegistered(String id) {
        return CaException.of(409, CaErrorCode.IDENTITY_EXISTS, "Identity '" + id + "' is already registered");
    }

    private int maxEnrolments(int wanted) throws CaException {
        int most = settings.maxEnrolments();
        if (wanted < RegisteredIdentity.UNLIMITED) {
            throw invalidMax("Max enrollment in registration request may not be less than -1, but was " + wanted);
        }
        if (wanted == 0 || most == RegisteredIdentity.UNLIMITED) {
            return wanted == 0 ? most : wanted;
        }
        if (wanted == RegisteredIdentity.UNLIMITED) {
            throw invalidMax("Registration for infinite enrollments is not allowed");
        }
        if (wanted > most) {
            throw invalidMax("Requested enrollments (" + wanted + ") exceeds maximum allowable enrollments (" + most + ")");
        }
        return wanted;
    }

    private static CaException invalidMax(String message) {
        return CaException.of(400, CaErrorCode.INVALID_MAX_ENROLMENTS, message);
    }

    private static String newSecret() {
        StringBuilder secret = new StringBuilder();
        RANDOM.ints(SECRET_LENGTH, 0, LETTERS.length()).forEach(i -> secret.append(LETTERS.charAt(i)));
        return secret.toString();
    }

    /**
     * Changes an identity.
     *
     * @param change what is to be changed: empty fields, no attributes and 0 enrolments leave things as they are, an affiliation
     *     of a single dot means the organisation itself, -2 enrolments means none, an attribute without value is taken away
     */
    RegisteredIdentity change(RegisteredIdentity registrar, Registration change) throws CaException {
        RegisteredIdentity identity = managed(registrar, change.id());
        RegistrarRights rights = new RegistrarRights(registrar);
        String affiliation = change.affiliation().equals(".") ? "" : change.affiliation();
        if (!change.affiliation().isEmpty()) {
            requireSupported(affiliation);
            rights.requireAffiliation(affiliation);
        }
        if (!change.type().isEmpty()) {
            rights.requireType(change.type());
        }
        rights.requireMayGive(change.attributes(), Optional.of(identity));
        String hash = change.secret().isEmpty() ? "" : SecretHash.of(change.secret());
        return register.change(change.id(), before -> changed(before, change, hash)).orElseThrow(() -> notFound(change.id()));
    }

    private void requireSupported(String affiliation) throws CaException {
        if (!affiliation.isEmpty() && !settings.affiliations().contains(affiliation)) {
            throw CaException.of(400, CaErrorCode.MODIFY_IDENTITY, "Affiliation '" + affiliation + "' is not supported");
        }
    }

    private static RegisteredIdentity changed(RegisteredIdentity before, Registration change, String secretHash) {
        List<Attribute> changes = new ArrayList<>(change.attributes());
        RegisteredIdentity after = before;
        if (!secretHash.isEmpty()) {
            after = after.withSecretHash(secretHash);
        }
        if (change.maxEnrolments() != 0) {
            after = after.withMaxEnrolments(change.maxEnrolments() == RESET_TO_ZERO ? 0 : change.maxEnrolments());
        }
        if (!change.affiliation().isEmpty()) {
            String affiliation = change.affiliation().equals(".") ? "" : change.affiliation();
            after = after.withAffiliation(affiliation);
            changes.add(Attribute.inCertificates(Attribute.AFFILIATION, affiliation));
        }
        if (!change.type().isEmpty()) {
            after = after.withType(change.type());
            changes.add(Attribute.inCertificates(Attribute.TYPE, change.type()));
        }
        return after.withAttributes(merged(after.attributes(), changes));
    }

    private static List<Attribute> merged(List<Attribute> before, List<Attribute> changes) {
        List<Attribute> merged = new ArrayList<>(before);
        for (Attribute change : changes) {
            merged.removeIf(attribute -> attribute.name().equals(change.name()));
            if (!change.value().isEmpty()) {
                merged.add(change);
            }
        }
        return merged;
    }

    /** An identity that the registrar may manage. */
    RegisteredIdentity managed(RegisteredIdentity registrar, String id) throws CaException {
        RegisteredIdentity identity = register.identity(id).orElseThrow(() -> notFound(id));
        new RegistrarRights(registrar).requireMayManage(identity);
        return identity;
    }

    /** The identities that the registrar may manage. */
    List<RegisteredIdentity> managed(RegisteredIdentity registrar) throws CaException {
        RegistrarRights rights = new RegistrarRights(registrar);
        rights.requireRegistrar();
        return register.identities().stream().filter(i -> rights.covers(i.affiliation()) && rights.coversType(i.type())).toList();
    }

    void requireRemovable(RegisteredIdentity registrar, String id, boolean force) throws CaException {
        if (!settings.identityRemoval()) {
            throw CaException.of(403, CaErrorCode.REMOVE_IDENTITY, "Identity removal is disabled");
        }
        if (id.equals(registrar.id()) && !force) {
            throw CaException.of(403, CaErrorCode.REMOVE_IDENTITY, "Need to use 'force' option to delete your own identity");
        }
    }

    static CaException notFound(String id) {
        return CaException.of(404, CaErrorCode.NOT_FOUND, "Failed to get User '" + id + "': not found");
    }
}
