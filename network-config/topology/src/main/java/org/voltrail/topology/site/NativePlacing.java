package org.voltrail.topology.site;

import java.nio.file.Path;
import org.voltrail.topology.Layout;
import org.voltrail.topology.OrdererOrganisation;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Ports;

/** Everything on this machine, each process with ports of its own. */
final class NativePlacing implements Placing {
    private static final String HOST = "localhost";
    private static final String LOOPBACK = "127.0.0.1";

    private final Layout layout;

    NativePlacing(Layout layout) {
        this.layout = layout;
    }

    @Override
    public PlacedAuthority authority(String organisationId, int ports) {
        Path home = layout.node("ca." + organisationId);
        return new PlacedAuthority("ca-" + organisationId, place("ca." + organisationId, Ports.caOperations(ports), home), Ports.ca(ports));
    }

    @Override
    public PlacedPeer peer(Organisation organisation, int n) {
        String name = organisation.peers().get(n);
        int base = organisation.ports();
        return new PlacedPeer(
                name,
                place(name + "." + organisation.id(), Ports.peerOperations(base, n), layout.peer(organisation.name(), name)),
                Ports.peer(base, n),
                Ports.peerChaincode(base, n),
                new PlacedPeer.Service(LOOPBACK, Ports.chaincodeService(base, n, 1)),
                new PlacedPeer.Service(LOOPBACK, Ports.chaincodeService(base, n, 2)));
    }

    @Override
    public PlacedOrderer orderer(OrdererOrganisation organisation, int n, String certificates) {
        String name = organisation.nodes().get(n);
        int base = organisation.ports();
        return new PlacedOrderer(
                name,
                place(name + "." + organisation.id(), Ports.ordererOperations(base, n), layout.orderer(organisation.name(), name)),
                Ports.orderer(base, n),
                Ports.ordererAdmin(base, n),
                certificates);
    }

    private Place place(String id, int operations, Path identity) {
        return new Place(
                id,
                HOST,
                LOOPBACK,
                operations,
                Site.absolute(identity.resolve("msp")),
                Site.absolute(identity.resolve("tls")),
                Site.absolute(layout.node(id).resolve("data")),
                Site.absolute(layout.node(id)));
    }
}
