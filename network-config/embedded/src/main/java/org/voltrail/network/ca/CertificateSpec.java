package org.voltrail.network.ca;

import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * What a certificate is to say.
 *
 * @param subject the whole subject; an enrolment certificate's OU tells its NodeOU role
 * @param key the subject's public key
 * @param usage signing for the ledger, or TLS
 * @param validity from now on; never beyond the authority's own certificate
 * @param attributes Fabric's attributes by name, empty = no attribute extension
 * @param hosts DNS names and IP addresses
 */
public record CertificateSpec(
        X500Name subject, PublicKey key, Usage usage, Duration validity, Map<String, String> attributes, List<String> hosts) {

    /** What the certificate is for. */
    public enum Usage {
        /** Signing proposals, endorsements and blocks. */
        SIGNING,
        /** TLS, as a server and as a client. */
        TLS
    }

    public CertificateSpec {
        attributes = Map.copyOf(attributes);
        hosts = List.copyOf(hosts);
    }
}
