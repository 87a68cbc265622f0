package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.IssuedCertificate;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;

/** {@code certificates}. */
final class CertificateEndpoints {
    private final OrganisationCa ca;
    private final Clock clock;

    CertificateEndpoints(OrganisationCa ca, Clock clock) {
        this.ca = ca;
        this.clock = clock;
    }

    CaAnswer certificates(CaRequest request) throws CaException {
        List<IssuedCertificate> visible = ca.certificates(request.caller(ca));
        CertificateFilter filter = CertificateFilter.of(request, clock.instant());
        List<Certificate> certificates = visible.stream().filter(filter::includes).map(c -> new Certificate(c.pem())).toList();
        return CaAnswer.ok(Map.of("certs", certificates, "caname", request.parameter("ca")));
    }

    private record Certificate(@JsonProperty("PEM") String pem) {}
}
