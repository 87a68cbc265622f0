package org.voltrail.client.profile;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a Fabric CA listens.
 *
 * @param name name in the profile
 * @param url base URL, http or https
 * @param caName the authority within the server; null for its default one
 * @param trustedCertificates roots for the server's TLS certificate; empty to use the Java platform's
 * @param registrar an identity of the authority that may register others; null if the profile names none
 */
public record CertificateAuthority(
        String name,
        URI url,
        @Nullable String caName,
        List<X509Certificate> trustedCertificates,
        @Nullable Registrar registrar) {
    /** Copies the list. */
    public CertificateAuthority {
        trustedCertificates = List.copyOf(trustedCertificates);
    }

    /**
     * Name and secret of a registrar.
     *
     * @param enrollId enrolment name
     * @param enrollSecret enrolment secret
     */
    public record Registrar(String enrollId, String enrollSecret) {
        @Override
        public String toString() {
            return "Registrar[" + enrollId + "]";
        }
    }
}
