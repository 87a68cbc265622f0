package org.voltrail.client.enrolment;

import java.util.List;
import java.util.stream.Stream;

/**
 * A change to a member. Empty texts, zero and an empty list leave things as they are; an attribute with an empty value is removed.
 *
 * @param name enrolment name
 * @param type new type
 * @param secret new secret
 * @param maxEnrolments new number of enrolments
 * @param affiliation new affiliation
 * @param attributes attributes to set
 */
public record MemberChange(
        String name, String type, String secret, int maxEnrolments, String affiliation, List<Attribute> attributes) {
    /** Copies the list. */
    public MemberChange {
        attributes = List.copyOf(attributes);
    }

    /** No change yet. */
    public static MemberChange of(String name) {
        return new MemberChange(name, "", "", 0, "", List.of());
    }

    /** The same with another secret. */
    public MemberChange withSecret(String value) {
        return new MemberChange(name, type, value, maxEnrolments, affiliation, attributes);
    }

    /** The same with an attribute, to be in every enrolment certificate. */
    public MemberChange withAttribute(String attribute, String value) {
        List<Attribute> more = Stream.concat(attributes.stream(), Stream.of(new Attribute(attribute, value, true))).toList();
        return new MemberChange(name, type, secret, maxEnrolments, affiliation, more);
    }

    @Override
    public String toString() {
        return "MemberChange[" + name + "]";
    }
}
