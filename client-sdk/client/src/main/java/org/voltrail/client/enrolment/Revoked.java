package org.voltrail.client.enrolment;

import java.security.cert.X509CRL;
import java.util.List;

/**
 * What was revoked.
 *
 * @param certificates the certificates
 * @param crl the authority's revocation list after it
 */
public record Revoked(List<RevokedCertificate> certificates, X509CRL crl) {
    /** Copies the list. */
    public Revoked {
        certificates = List.copyOf(certificates);
    }

    /**
     * A certificate.
     *
     * @param serial serial number, hexadecimal
     * @param authorityKeyId authority key identifier, hexadecimal
     */
    public record RevokedCertificate(String serial, String authorityKeyId) {}
}
