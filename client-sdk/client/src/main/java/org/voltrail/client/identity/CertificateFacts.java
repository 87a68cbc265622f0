package org.voltrail.client.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Reads what a Fabric certificate says about its owner. */
final class CertificateFacts {
    /** The extension in which Fabric CA writes attributes, as JSON {@code {"attrs":{name:value}}}. */
    private static final String ATTRIBUTES = "1.2.3.4.5.6.7.8.1";

    private static final JsonMapper JSON = new JsonMapper();

    private CertificateFacts() {}

    static String commonName(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        RDN[] names = subject.getRDNs(BCStyle.CN);
        return names.length == 0 ? subject.toString() : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    static Map<String, String> attributes(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(ATTRIBUTES);
        if (extension == null) {
            return Map.of();
        }
        try {
            return attributes(JSON.readTree(ASN1OctetString.getInstance(extension).getOctets()));
        } catch (IOException e) {
            throw new IdentityException("The certificate's attributes are no JSON: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> attributes(JsonNode extension) {
        Map<String, String> attributes = new LinkedHashMap<>();
        extension.path("attrs").properties().forEach(entry -> attributes.put(entry.getKey(), entry.getValue().asText()));
        return Map.copyOf(attributes);
    }
}
