package org.voltrail.network.ca;

import java.util.List;

/**
 * A new identity, as a registrar wants it.
 *
 * @param id its enrolment id
 * @param type {@code client}, {@code peer}, {@code orderer} or {@code admin}; empty for the registrar's own type
 * @param secret the secret to enrol with; empty to have one made
 * @param maxEnrolments how often the secret may be used; -1 for without limit, 0 for as often as the authority allows
 * @param affiliation a dotted path; empty for the registrar's own, a single dot for the organisation itself
 * @param attributes its attributes
 */
public record Registration(String id, String type, String secret, int maxEnrolments, String affiliation, List<Attribute> attributes) {
    public Registration {
        attributes = List.copyOf(attributes);
    }
}
