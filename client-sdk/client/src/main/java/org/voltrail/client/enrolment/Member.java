package org.voltrail.client.enrolment;

import java.util.List;

/**
 * A member as the authority knows it.
 *
 * @param name enrolment name
 * @param type see {@link Registration#type()}
 * @param affiliation place in the organisation
 * @param maxEnrolments how often the secret can be used; -1 for without limit
 * @param attributes attributes, those that the authority adds included
 */
public record Member(String name, String type, String affiliation, int maxEnrolments, List<Attribute> attributes) {
    /** Copies the list. */
    public Member {
        attributes = List.copyOf(attributes);
    }
}
