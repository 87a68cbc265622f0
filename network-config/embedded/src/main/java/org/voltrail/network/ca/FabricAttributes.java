package org.voltrail.network.ca;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The certificate extension in which Fabric CA puts an identity's attributes: JSON {@code {"attrs":{name:value}}}, not critical. */
final class FabricAttributes {
    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private FabricAttributes() {}

    static byte[] encode(Map<String, String> attributes) {
        try {
            return JSON.writeValueAsBytes(Map.of("attrs", new TreeMap<>(attributes)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text cannot be written as JSON", e);
        }
    }
}
