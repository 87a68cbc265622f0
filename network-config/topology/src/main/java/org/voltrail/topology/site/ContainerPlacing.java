package org.voltrail.topology.site;

import org.voltrail.topology.Containers;
import org.voltrail.topology.OrdererOrganisation;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Topology;

/** Each process in a container of its own, on Fabric's usual ports. */
final class ContainerPlacing implements Placing {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final String CONFIG = "/etc/hyperledger/fabric";
    private static final String IDENTITY = "/var/hyperledger/identity";
    private static final int PEER = 7051;
    private static final int CHAINCODE = 7052;
    private static final int CHAINCODE_SERVICE = 7059;
    private static final int ORDERER = 7050;
    private static final int ADMIN = 7053;
    private static final int CA = 7054;
    private static final int OPERATIONS = 9443;

    private final Topology topology;
    private final Containers.Placement placement;

    ContainerPlacing(Topology topology, Containers.Placement placement) {
        this.topology = topology;
        this.placement = placement;
    }

    @Override
    public PlacedAuthority authority(String organisationId, int ports) {
        return new PlacedAuthority("ca-" + organisationId, place("ca", organisationId), CA);
    }

    @Override
    public PlacedPeer peer(Organisation organisation, int n) {
        return new PlacedPeer(
                organisation.peers().get(n),
                place(organisation.peers().get(n), organisation.id()),
                PEER,
                CHAINCODE,
                service("odd", organisation, n),
                service("even", organisation, n));
    }

    private PlacedPeer.Service service(String turn, Organisation organisation, int n) {
        return new PlacedPeer.Service(
                host("chaincode-" + turn + "-" + organisation.peers().get(n), organisation.id()), CHAINCODE_SERVICE);
    }

    @Override
    public PlacedOrderer orderer(OrdererOrganisation organisation, int n, String certificates) {
        String name = organisation.nodes().get(n);
        return new PlacedOrderer(name, place(name, organisation.id()), ORDERER, ADMIN, certificates);
    }

    private Place place(String name, String organisationId) {
        return new Place(
                name + "." + organisationId,
                host(name, organisationId),
                EVERYWHERE,
                OPERATIONS,
                IDENTITY + "/msp",
                IDENTITY + "/tls",
                placement.dataDirectory(),
                CONFIG);
    }

    private String host(String name, String organisationId) {
        return placement.host()
                .replace("{node}", name)
                .replace("{organisation}", organisationId)
                .replace("{network}", topology.name())
                .replace("{domain}", topology.domain());
    }
}
