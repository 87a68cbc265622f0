package org.voltrail.client.enrolment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.identity.Pem;

/** The JSON that goes to and comes from a Fabric CA. */
final class CaJson {
    private CaJson() {}

    static ObjectNode object(@Nullable String caName) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return caName == null ? body : body.put("caname", caName);
    }

    static ObjectNode signRequest(
            @Nullable String caName, String csr, String profile, List<String> hosts, List<AttributeRequest> attributes) {
        ObjectNode body = object(caName).put("certificate_request", csr);
        putText(body, "profile", profile);
        if (!hosts.isEmpty()) {
            hosts.forEach(body.putArray("hosts")::add);
        }
        if (!attributes.isEmpty()) {
            ArrayNode list = body.putArray("attr_reqs");
            attributes.forEach(a -> list.addObject().put("name", a.name()).put("optional", a.optional()));
        }
        return body;
    }

    static ObjectNode registration(@Nullable String caName, Registration registration) {
        ObjectNode body = object(caName).put("id", registration.name()).put("type", registration.type());
        putText(body, "secret", registration.secret());
        putNumber(body, "max_enrollments", registration.maxEnrolments());
        body.put("affiliation", registration.affiliation());
        putAttributes(body, registration.attributes());
        return body;
    }

    static ObjectNode change(@Nullable String caName, MemberChange change) {
        ObjectNode body = object(caName);
        putText(body, "type", change.type());
        putText(body, "secret", change.secret());
        putNumber(body, "max_enrollments", change.maxEnrolments());
        putText(body, "affiliation", change.affiliation());
        putAttributes(body, change.attributes());
        return body;
    }

    static ObjectNode revocation(@Nullable String caName, Revocation revocation) {
        ObjectNode body = object(caName);
        putText(body, "id", revocation.member());
        putText(body, "serial", revocation.serial());
        putText(body, "aki", revocation.authorityKeyId());
        return body.put("reason", revocation.reason().wire()).put("gencrl", true);
    }

    static ObjectNode crl(@Nullable String caName, CrlRequest request) {
        ObjectNode body = object(caName);
        putTime(body, "revokedafter", request.revokedAfter());
        putTime(body, "revokedbefore", request.revokedBefore());
        putTime(body, "expireafter", request.expireAfter());
        putTime(body, "expirebefore", request.expireBefore());
        return body;
    }

    static CaInfo info(JsonNode result) {
        return new CaInfo(
                result.path("CAName").asText(),
                Pem.certificates(base64Text(result.path("CAChain"))),
                result.path("Version").asText());
    }

    static Revoked revoked(JsonNode result) {
        List<Revoked.RevokedCertificate> certificates = new ArrayList<>();
        result.path("RevokedCerts").forEach(certificate -> certificates.add(new Revoked.RevokedCertificate(
                certificate.path("Serial").asText(), certificate.path("AKI").asText())));
        return new Revoked(certificates, crl(result));
    }

    static X509CRL crl(JsonNode result) {
        try {
            byte[] pem = base64Text(result.path("CRL")).getBytes(StandardCharsets.UTF_8);
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw new CaUnreachableException("The authority's revocation list cannot be read: " + e.getMessage(), e);
        }
    }

    static List<Member> members(JsonNode result) {
        List<Member> members = new ArrayList<>();
        result.path("identities").forEach(member -> members.add(member(member)));
        return members;
    }

    static Member member(JsonNode result) {
        List<Attribute> attributes = new ArrayList<>();
        result.path("attrs").forEach(a -> attributes.add(
                new Attribute(a.path("name").asText(), a.path("value").asText(), a.path("ecert").asBoolean())));
        return new Member(
                result.path("id").asText(),
                result.path("type").asText(),
                result.path("affiliation").asText(),
                result.path("max_enrollments").asInt(),
                attributes);
    }

    static String base64Text(JsonNode node) {
        try {
            return new String(Base64.getDecoder().decode(node.asText()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new CaUnreachableException("The authority's answer is not as a Fabric CA's: " + e.getMessage(), e);
        }
    }

    private static void putText(ObjectNode body, String name, String value) {
        if (!value.isEmpty()) {
            body.put(name, value);
        }
    }

    private static void putNumber(ObjectNode body, String name, int value) {
        if (value != 0) {
            body.put(name, value);
        }
    }

    private static void putTime(ObjectNode body, String name, @Nullable Instant value) {
        if (value != null) {
            body.put(name, value.toString());
        }
    }

    private static void putAttributes(ObjectNode body, List<Attribute> attributes) {
        ArrayNode list = body.putArray("attrs");
        attributes.forEach(a -> list.addObject().put("name", a.name()).put("value", a.value()).put("ecert", a.inCertificate()));
    }
}
