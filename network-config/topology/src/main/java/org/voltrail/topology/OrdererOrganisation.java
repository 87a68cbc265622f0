package org.voltrail.topology;

import java.util.List;

/**
 * The organisation that runs the ordering service.
 *
 * @param name name in configuration files and folders
 * @param id short name in lower case for hosts and namespaces
 * @param mspId id of its membership service provider
 * @param ports first of the hundred ports that its processes take when they run natively
 * @param nodes names of its ordering nodes, an odd number of them
 */
public record OrdererOrganisation(String name, String id, String mspId, int ports, List<String> nodes) {
    /** Copies the list. */
    public OrdererOrganisation {
        nodes = List.copyOf(nodes);
    }

    OrdererOrganisation shifted(int offset) {
        return new OrdererOrganisation(name, id, mspId, ports + offset, nodes);
    }
}
