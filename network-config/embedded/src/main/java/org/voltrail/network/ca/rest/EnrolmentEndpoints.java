package org.voltrail.network.ca.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.EnrolmentRequest;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.rest.CaEndpoint.CaAnswer;
import org.voltrail.network.crypto.Pem;

/** {@code cainfo}, {@code enroll} and {@code reenroll}. */
final class EnrolmentEndpoints {
    private static final String VERSION = "1.5.9";

    private final OrganisationCa ca;

    EnrolmentEndpoints(OrganisationCa ca) {
        this.ca = ca;
    }

    CaAnswer info(CaRequest request) {
        return CaAnswer.ok(serverInfo());
    }

    CaAnswer enrol(CaRequest request) throws CaException {
        CaRequest.Credentials credentials = request.credentials();
        EnrolmentRequest wanted = request.body(Body.class).toRequest();
        return enrolled(ca.enrol(credentials.name(), credentials.secret(), wanted));
    }

    CaAnswer reenrol(CaRequest request) throws CaException {
        return enrolled(ca.reenrol(request.caller(ca), request.body(Body.class).toRequest()));
    }

    private CaAnswer enrolled(X509Certificate certificate) {
        return CaAnswer.created(new Enrolled(base64(Pem.encode(certificate)), serverInfo()));
    }

    /** Fabric CA's answer also has the keys of its Idemix issuer, which this authority is not. */
    private ServerInfo serverInfo() {
        return new ServerInfo(ca.name(), base64(Pem.encode(ca.certificate())), "", "", VERSION);
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private record Body(
            @JsonProperty("certificate_request") @Nullable String csr,
            @JsonProperty("profile") @Nullable String profile,
            @JsonProperty("hosts") @Nullable List<String> hosts,
            @JsonProperty("attr_reqs") @Nullable List<AttributeBody> attributes) {
        EnrolmentRequest toRequest() {
            return new EnrolmentRequest(
                    Objects.requireNonNullElse(csr, ""), Objects.requireNonNullElse(profile, ""), Objects.requireNonNullElse(hosts, List.of()),
                    attributes == null ? null : attributes.stream().map(AttributeBody::toRequest).toList());
        }
    }

    private record AttributeBody(@JsonProperty("name") @Nullable String name, @JsonProperty("optional") boolean optional) {
        EnrolmentRequest.AttributeRequest toRequest() {
            return new EnrolmentRequest.AttributeRequest(Objects.requireNonNullElse(name, ""), optional);
        }
    }

    private record Enrolled(@JsonProperty("Cert") String certificate, @JsonProperty("ServerInfo") ServerInfo serverInfo) {}

    private record ServerInfo(
            @JsonProperty("CAName") String name,
            @JsonProperty("CAChain") String chain,
            @JsonProperty("IssuerPublicKey") String issuerPublicKey,
            @JsonProperty("IssuerRevocationPublicKey") String issuerRevocationPublicKey,
            @JsonProperty("Version") String version) {}
}
