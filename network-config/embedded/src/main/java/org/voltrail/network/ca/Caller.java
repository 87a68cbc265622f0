package org.voltrail.network.ca;

import java.security.cert.X509Certificate;

/** Somebody who has proved by a certificate of this authority who it is. */
public record Caller(RegisteredIdentity identity, X509Certificate certificate) {
    String serial() {
        return IssuedCertificate.normalise(certificate.getSerialNumber().toString(16));
    }

    String aki() {
        return IssuedCertificate.authorityKeyIdentifier(certificate);
    }
}
