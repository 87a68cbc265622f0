package org.voltrail.client.profile;

import java.util.List;

/**
 * An organisation of the network.
 *
 * @param name name in the profile
 * @param mspId id of its membership service provider
 * @param peers names of its peers, in order of preference
 * @param certificateAuthorities names of its certificate authorities, in order of preference
 */
public record Organisation(String name, String mspId, List<String> peers, List<String> certificateAuthorities) {
    /** Copies the lists. */
    public Organisation {
        peers = List.copyOf(peers);
        certificateAuthorities = List.copyOf(certificateAuthorities);
    }
}
