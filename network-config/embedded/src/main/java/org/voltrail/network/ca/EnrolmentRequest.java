package org.voltrail.network.ca;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who has proved who they are wants certified.
 *
 * @param csr a PKCS#10 request in PEM; its common name must be the enrolment id
 * @param profile empty for an enrolment certificate, {@code tls} for a TLS certificate
 * @param hosts subject alternative names; where empty, those in the request
 * @param attributes the attributes to be written into the certificate; null for those meant for every certificate
 */
public record EnrolmentRequest(String csr, String profile, List<String> hosts, @Nullable List<AttributeRequest> attributes) {
    public EnrolmentRequest {
        hosts = List.copyOf(hosts);
        attributes = attributes == null ? null : List.copyOf(attributes);
    }

    /** An attribute wanted in a certificate; unless it is optional the request fails where the identity lacks it. */
    public record AttributeRequest(String name, boolean optional) {}
}
