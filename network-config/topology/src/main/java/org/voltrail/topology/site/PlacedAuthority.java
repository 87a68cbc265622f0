package org.voltrail.topology.site;

/**
 * A certificate authority.
 *
 * @param name name of the authority for identities; that for TLS is called {@code tls} and this
 * @param place where it lives
 * @param port of its service
 */
public record PlacedAuthority(String name, Place place, int port) {
    /** Base URL. */
    public String url() {
        return "https://" + place.host() + ":" + port;
    }
}
