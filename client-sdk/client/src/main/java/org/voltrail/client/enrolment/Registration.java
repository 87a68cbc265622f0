package org.voltrail.client.enrolment;

import java.util.List;
import java.util.stream.Stream;

/**
 * A new member.
 *
 * @param name enrolment name
 * @param type {@code client}, {@code peer}, {@code orderer} or {@code admin}: becomes the organisational unit in the certificate
 * @param secret secret to enrol with; empty to have the authority make one
 * @param maxEnrolments how often the secret can be used; -1 for without limit, 0 for the authority's default
 * @param affiliation place in the organisation, dotted; empty for the registrar's own
 * @param attributes attributes
 */
public record Registration(
        String name, String type, String secret, int maxEnrolments, String affiliation, List<Attribute> attributes) {
    /** Copies the list. */
    public Registration {
        attributes = List.copyOf(attributes);
    }

    /** A person or an application. */
    public static Registration client(String name) {
        return new Registration(name, "client", "", 0, "", List.of());
    }

    /** The same of another type. */
    public Registration withType(String value) {
        return new Registration(name, value, secret, maxEnrolments, affiliation, attributes);
    }

    /** The same with a given secret. */
    public Registration withSecret(String value) {
        return new Registration(name, type, value, maxEnrolments, affiliation, attributes);
    }

    /** The same with another number of enrolments. */
    public Registration withMaxEnrolments(int value) {
        return new Registration(name, type, secret, value, affiliation, attributes);
    }

    /** The same at another place of the organisation. */
    public Registration withAffiliation(String value) {
        return new Registration(name, type, secret, maxEnrolments, value, attributes);
    }

    /** The same with one more attribute, to be in every enrolment certificate. */
    public Registration withAttribute(String attribute, String value) {
        return withAttribute(new Attribute(attribute, value, true));
    }

    /** The same with one more attribute. */
    public Registration withAttribute(Attribute attribute) {
        List<Attribute> more = Stream.concat(attributes.stream(), Stream.of(attribute)).toList();
        return new Registration(name, type, secret, maxEnrolments, affiliation, more);
    }

    @Override
    public String toString() {
        return "Registration[" + name + ", " + type + "]";
    }
}
