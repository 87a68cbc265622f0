package org.voltrail.client.enrolment;

import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to enrol with.
 *
 * @param name enrolment name
 * @param secret enrolment secret
 * @param profile signing profile of the authority, for example {@code tls}; empty for its default, an enrolment certificate
 * @param hosts names and addresses for the certificate, for servers
 * @param attributes attributes to put into the certificate; empty for those that were registered to be in it
 * @param keys key to certify; a fresh one if absent
 */
public record EnrolmentRequest(
        String name,
        String secret,
        String profile,
        List<String> hosts,
        List<AttributeRequest> attributes,
        @Nullable KeyPair keys) {
    /** Copies the lists. */
    public EnrolmentRequest {
        hosts = List.copyOf(hosts);
        attributes = List.copyOf(attributes);
    }

    /** An enrolment certificate for a fresh key. */
    public static EnrolmentRequest of(String name, String secret) {
        return new EnrolmentRequest(name, secret, "", List.of(), List.of(), null);
    }

    /** The same for a TLS certificate of a server. */
    public EnrolmentRequest forTls(String... hostNames) {
        return new EnrolmentRequest(name, secret, "tls", List.of(hostNames), attributes, keys);
    }

    /** The same with an attribute that must be in the certificate. */
    public EnrolmentRequest withAttribute(String attribute) {
        List<AttributeRequest> more =
                Stream.concat(attributes.stream(), Stream.of(new AttributeRequest(attribute, false))).toList();
        return new EnrolmentRequest(name, secret, profile, hosts, more, keys);
    }

    /** The same for the caller's key. */
    public EnrolmentRequest withKeys(KeyPair pair) {
        return new EnrolmentRequest(name, secret, profile, hosts, attributes, pair);
    }

    @Override
    public String toString() {
        return "EnrolmentRequest[" + name + "]";
    }
}
