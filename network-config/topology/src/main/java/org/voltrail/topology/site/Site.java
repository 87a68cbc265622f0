package org.voltrail.topology.site;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.voltrail.topology.Layout;
import org.voltrail.topology.OrdererOrganisation;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Topology;

/**
 * The network placed somewhere.
 *
 * @param kind how its processes run
 * @param topology the network
 * @param organisations the organisations with peers
 * @param orderer the orderer organisation
 */
public record Site(SiteKind kind, Topology topology, List<PlacedOrganisation> organisations, PlacedOrganisation orderer) {
    /** Copies the list. */
    public Site {
        organisations = List.copyOf(organisations);
    }

    /**
     * Places a network.
     *
     * @param topology the network
     * @param kind how its processes run
     * @param layout where the certificates lie on the machine that prepares the network
     */
    public static Site of(Topology topology, SiteKind kind, Layout layout) {
        Placing placing = placing(topology, kind, layout);
        return new Site(
                kind,
                topology,
                topology.organisations().stream().map(organisation -> place(organisation, placing, layout)).toList(),
                place(topology.orderer(), placing, layout));
    }

    private static Placing placing(Topology topology, SiteKind kind, Layout layout) {
        return switch (kind) {
            case NATIVE -> new NativePlacing(layout);
            case COMPOSE -> new ContainerPlacing(topology, topology.containers().compose());
            case KUBERNETES -> new ContainerPlacing(topology, topology.containers().kubernetes());
        };
    }

    private static PlacedOrganisation place(Organisation organisation, Placing placing, Layout layout) {
        return new PlacedOrganisation(
                organisation.name(),
                organisation.id(),
                organisation.mspId(),
                absolute(layout.msp(organisation.name())),
                placing.authority(organisation.id(), organisation.ports()),
                IntStream.range(0, organisation.peers().size()).mapToObj(n -> placing.peer(organisation, n)).toList(),
                List.of(),
                organisation.users());
    }

    private static PlacedOrganisation place(OrdererOrganisation organisation, Placing placing, Layout layout) {
        return new PlacedOrganisation(
                organisation.name(),
                organisation.id(),
                organisation.mspId(),
                absolute(layout.msp(organisation.name())),
                placing.authority(organisation.id(), organisation.ports()),
                List.of(),
                IntStream.range(0, organisation.nodes().size()).mapToObj(n -> orderer(organisation, n, placing, layout)).toList(),
                List.of());
    }

    private static PlacedOrderer orderer(OrdererOrganisation organisation, int n, Placing placing, Layout layout) {
        String name = organisation.nodes().get(n);
        return placing.orderer(organisation, n, absolute(layout.orderer(organisation.name(), name)));
    }

    static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }
}
