package org.voltrail.topology.site;

import org.voltrail.topology.OrdererOrganisation;
import org.voltrail.topology.Organisation;

/** Gives processes their hosts, ports and folders. */
interface Placing {
    PlacedAuthority authority(String organisationId, int ports);

    PlacedPeer peer(Organisation organisation, int n);

    PlacedOrderer orderer(OrdererOrganisation organisation, int n, String certificates);
}
