package org.voltrail.topology;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole network.
 *
 * @param name name of the network, used in the names of namespaces and projects
 * @param domain what the host names of containers and the subjects of TLS certificates end with
 * @param fabric the releases that the network is made for
 * @param channel the channel and its policies
 * @param organisations those that run peers, in the order in which they joined
 * @param orderer the one that runs the ordering service
 * @param chaincode the chaincode's definition
 * @param containers what compose and Kubernetes need on top
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Topology(
        String name,
        String domain,
        FabricRelease fabric,
        Channel channel,
        List<Organisation> organisations,
        OrdererOrganisation orderer,
        Chaincode chaincode,
        Containers containers) {
    /** Copies the list. */
    public Topology {
        organisations = List.copyOf(organisations);
    }

    /** An organisation by name, id or MSP id. */
    public Optional<Organisation> find(String nameOrId) {
        return organisations.stream().filter(organisation -> organisation.isCalled(nameOrId)).findFirst();
    }

    /**
     * An organisation by name, id or MSP id.
     *
     * @throws TopologyException if there is none
     */
    public Organisation organisation(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> new TopologyException("There is no organisation " + nameOrId + "; there are "
                + String.join(", ", organisations.stream().map(Organisation::name).toList()) + "."));
    }

    /**
     * The organisation that keeps the participant register: the first with the role {@code regulator}.
     *
     * @throws TopologyException if there is none
     */
    public Organisation regulator() {
        return organisations.stream()
                .filter(organisation -> organisation.roles().contains("regulator"))
                .findFirst()
                .orElseThrow(() -> new TopologyException("No organisation has the role regulator: give it to one in network.yaml."));
    }

    /** The same network with one organisation more. */
    public Topology with(Organisation organisation) {
        List<Organisation> more = new ArrayList<>(organisations);
        more.add(organisation);
        return withOrganisations(more);
    }

    /** The same network with an organisation replaced by another version of itself (same id). */
    public Topology replacing(Organisation organisation) {
        return withOrganisations(organisations.stream()
                .map(each -> each.id().equals(organisation.id()) ? organisation : each)
                .toList());
    }

    private Topology withOrganisations(List<Organisation> others) {
        return new Topology(name, domain, fabric, channel, others, orderer, chaincode, containers);
    }

    /** The same network with another version of its chaincode. */
    public Topology with(Chaincode definition) {
        return new Topology(name, domain, fabric, channel, organisations, orderer, definition, containers);
    }

    /** The same network with every port of native processes moved. */
    public Topology shifted(int offset) {
        return new Topology(
                name,
                domain,
                fabric,
                channel,
                organisations.stream().map(organisation -> organisation.shifted(offset)).toList(),
                orderer.shifted(offset),
                chaincode,
                containers);
    }
}
