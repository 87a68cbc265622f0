package org.voltrail.client.enrolment;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Who an authority is.
 *
 * @param caName its name within its server
 * @param chain its certificate first, then those above it
 * @param version of the server's software; empty if it does not tell
 */
public record CaInfo(String caName, List<X509Certificate> chain, String version) {
    /** Copies the list. */
    public CaInfo {
        chain = List.copyOf(chain);
    }
}
