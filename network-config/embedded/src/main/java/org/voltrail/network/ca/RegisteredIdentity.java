package org.voltrail.network.ca;

import java.util.List;
import java.util.Optional;

/**
 * An identity in an authority's register.
 *
 * @param id its enrolment id, the common name of its certificates
 * @param type {@code client}, {@code peer}, {@code orderer} or {@code admin}: the NodeOU of its certificates
 * @param affiliation a dotted path, empty for the organisation itself
 * @param attributes attributes, each name once
 * @param maxEnrolments how often the secret may be used; -1 for without limit
 * @param enrolments how often it has been used
 * @param secretHash the salted hash of the enrolment secret; empty when it cannot enrol by secret
 * @param failedLogins wrong secrets since the last right one
 * @param revoked whether it may do nothing any more
 */
public record RegisteredIdentity(
        String id,
        String type,
        String affiliation,
        List<Attribute> attributes,
        int maxEnrolments,
        int enrolments,
        String secretHash,
        int failedLogins,
        boolean revoked) {
    /** As many enrolments as wanted. */
    public static final int UNLIMITED = -1;

    public RegisteredIdentity {
        attributes = List.copyOf(attributes);
    }

    /** The value of an attribute. */
    public Optional<String> attribute(String name) {
        return attributes.stream().filter(attribute -> attribute.name().equals(name)).map(Attribute::value).findFirst();
    }

    /** Whether an attribute's value is one that Go reads as true. */
    public boolean isTrue(String attribute) {
        return attribute(attribute).flatMap(GoBoolean::parse).orElse(false);
    }

    RegisteredIdentity withEnrolment() {
        return new RegisteredIdentity(id, type, affiliation, attributes, maxEnrolments, enrolments + 1, secretHash, 0, revoked);
    }

    RegisteredIdentity withFailedLogin() {
        return new RegisteredIdentity(id, type, affiliation, attributes, maxEnrolments, enrolments, secretHash, failedLogins + 1, revoked);
    }

    RegisteredIdentity withSecretHash(String hash) {
        return new RegisteredIdentity(id, type, affiliation, attributes, maxEnrolments, enrolments, hash, 0, revoked);
    }

    RegisteredIdentity withMaxEnrolments(int max) {
        return new RegisteredIdentity(id, type, affiliation, attributes, max, enrolments, secretHash, failedLogins, revoked);
    }

    RegisteredIdentity withType(String newType) {
        return new RegisteredIdentity(id, newType, affiliation, attributes, maxEnrolments, enrolments, secretHash, failedLogins, revoked);
    }

    RegisteredIdentity withAffiliation(String newAffiliation) {
        return new RegisteredIdentity(id, type, newAffiliation, attributes, maxEnrolments, enrolments, secretHash, failedLogins, revoked);
    }

    RegisteredIdentity withAttributes(List<Attribute> changed) {
        return new RegisteredIdentity(id, type, affiliation, changed, maxEnrolments, enrolments, secretHash, failedLogins, revoked);
    }

    RegisteredIdentity asRevoked() {
        return new RegisteredIdentity(id, type, affiliation, attributes, maxEnrolments, enrolments, secretHash, failedLogins, true);
    }
}
