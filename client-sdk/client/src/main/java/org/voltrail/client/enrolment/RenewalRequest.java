package org.voltrail.client.enrolment;

import java.util.List;

/**
 * How to renew.
 *
 * @param keepKey whether to keep the key; a fresh one is the safer choice
 * @param profile signing profile of the authority; empty for its default
 * @param hosts names and addresses for the certificate, for servers
 * @param attributes attributes to put into the certificate; empty for those that are registered to be in it
 */
public record RenewalRequest(boolean keepKey, String profile, List<String> hosts, List<AttributeRequest> attributes) {
    /** A fresh key, else as registered. */
    public static final RenewalRequest FRESH_KEY = new RenewalRequest(false, "", List.of(), List.of());

    /** The same key, else as registered. */
    public static final RenewalRequest SAME_KEY = new RenewalRequest(true, "", List.of(), List.of());

    /** Copies the lists. */
    public RenewalRequest {
        hosts = List.copyOf(hosts);
        attributes = List.copyOf(attributes);
    }
}
