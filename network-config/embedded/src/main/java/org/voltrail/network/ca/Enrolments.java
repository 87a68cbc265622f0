package org.voltrail.network.ca;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.voltrail.network.ca.CertificateSpec.Usage;
import org.voltrail.network.ca.EnrolmentRequest.AttributeRequest;

/** Certifies those who have proved who they are. */
final class Enrolments {
    private final CertificateAuthority authority;
    private final CaRegister register;
    private final CaSettings settings;

    Enrolments(CertificateAuthority authority, CaRegister register, CaSettings settings) {
        this.authority = authority;
        this.register = register;
        this.settings = settings;
    }

    X509Certificate certify(RegisteredIdentity identity, EnrolmentRequest request) throws CaException {
        JcaPKCS10CertificationRequest csr = CertificateRequests.read(request.csr());
        requireAllowed(identity, request, csr);
        List<String> hosts = request.hosts().isEmpty() ? CertificateRequests.hosts(csr) : request.hosts();
        CertificateSpec spec = new CertificateSpec(CertificateRequests.subject(csr, identity), CertificateRequests.key(csr),
                usage(request.profile()), settings.certificateValidity(), attributes(identity, request), hosts);
        X509Certificate certificate = authority.issue(spec);
        register.addCertificate(IssuedCertificate.of(identity.id(), certificate));
        return certificate;
    }

    private static void requireAllowed(RegisteredIdentity identity, EnrolmentRequest request, JcaPKCS10CertificationRequest csr) throws CaException {
        if (!CertificateRequests.commonName(csr).equals(identity.id())) {
            throw CaException.of(403, CaErrorCode.COMMON_NAME_MISMATCH, "The CSR subject common name must equal the enrollment ID");
        }
        if (request.profile().equals("ca") || CertificateRequests.isForAuthority(csr)) {
            throw CaException.unauthorised(CaErrorCode.MISSING_ATTRIBUTE, "Enrolled failed: this authority certifies no other authorities");
        }
        CertificateRequests.requireLengths(csr);
    }

    private static Usage usage(String profile) throws CaException {
        return switch (profile) {
            case "" -> Usage.SIGNING;
            case "tls" -> Usage.TLS;
            default -> throw CaException.of(500, CaErrorCode.UNKNOWN, "Invalid profile: '" + profile + "'");
        };
    }

    /** The attributes asked for, or those that go into every certificate. */
    static Map<String, String> attributes(RegisteredIdentity identity, EnrolmentRequest request) throws CaException {
        List<AttributeRequest> wanted = request.attributes();
        return wanted == null ? attributesForAll(identity) : attributes(identity, wanted);
    }

    static Map<String, String> attributesForAll(RegisteredIdentity identity) {
        Map<String, String> attributes = new LinkedHashMap<>();
        identity.attributes().stream().filter(Attribute::inCertificate).forEach(a -> attributes.put(a.name(), a.value()));
        return attributes;
    }

    private static Map<String, String> attributes(RegisteredIdentity identity, List<AttributeRequest> wanted) throws CaException {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (AttributeRequest request : wanted) {
            Optional<String> value = identity.attribute(request.name());
            value.ifPresent(v -> attributes.put(request.name(), v));
            if (value.isEmpty() && !request.optional()) {
                missing.add(request.name());
            }
        }
        if (!missing.isEmpty()) {
            throw CaException.of(500, CaErrorCode.UNKNOWN,
                    "Failed to find requested attributes: The following required attributes are missing: [" + String.join(" ", missing) + "]");
        }
        return attributes;
    }
}
