package org.voltrail.topology.site;

import java.util.List;
import org.voltrail.topology.Organisation;

/**
 * An organisation with its processes. It has peers or ordering nodes, not both.
 *
 * @param name name in configuration files and folders
 * @param id short name in lower case
 * @param mspId id of its membership service provider
 * @param mspDirectory the provider's definition on the machine that prepares the network
 * @param authority its certificate authority
 * @param peers its peers
 * @param orderers its ordering nodes
 * @param users whom its certificate authority enrols besides the administrator
 */
public record PlacedOrganisation(
        String name,
        String id,
        String mspId,
        String mspDirectory,
        PlacedAuthority authority,
        List<PlacedPeer> peers,
        List<PlacedOrderer> orderers,
        List<Organisation.User> users) {
    /** Copies the lists. */
    public PlacedOrganisation {
        peers = List.copyOf(peers);
        orderers = List.copyOf(orderers);
        users = List.copyOf(users);
    }
}
