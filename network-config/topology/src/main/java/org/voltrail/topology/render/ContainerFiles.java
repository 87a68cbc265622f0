package org.voltrail.topology.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.Place;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

/** The compose file, the Kubernetes manifests and the scrape configurations. None holds a secret, so they are kept with the source. */
public final class ContainerFiles {
    private static final String BUILDER = "/opt/hyperledger/ccaas_builder";

    private final Topology topology;
    private final Path folder;
    private final Layout layout = new Layout(Path.of("."));

    /** The files of a network, beneath a folder. */
    public ContainerFiles(Topology topology, Path folder) {
        this.topology = topology;
        this.folder = folder;
    }

    /** Writes all of them. */
    public void write() {
        files().forEach((name, text) -> Output.writeYaml(folder.resolve(name), text));
    }

    /** All of them, by path beneath the folder. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        compose(files);
        kubernetes(files);
        for (SiteKind kind : SiteKind.values()) {
            Site site = Site.of(topology, kind, layout);
            files.put("monitoring/" + kind.name().toLowerCase(java.util.Locale.ROOT) + "/prometheus.yaml",
                    Templates.fill("monitoring/prometheus.yaml", variables(site)));
        }
        return files;
    }

    private void compose(Map<String, String> files) {
        Site site = Site.of(topology, SiteKind.COMPOSE, layout);
        Map<String, Object> variables = variables(site);
        variables.put("published", published());
        files.put("compose/compose.yaml", Templates.fill("compose.yaml", variables));
        for (PlacedOrganisation each : everyOrganisation(site)) {
            NodeFiles nodes = new NodeFiles(site, each);
            each.peers().forEach(peer -> files.put("compose/config/" + peer.place().id() + "/core.yaml", nodes.peer(peer, BUILDER)));
            each.orderers().forEach(node -> files.put("compose/config/" + node.place().id() + "/orderer.yaml", nodes.orderer(node)));
        }
    }

    /** The ports at which native processes listen are those at which containers are published on their machine. */
    private Map<String, Published> published() {
        Map<String, Published> ports = new HashMap<>();
        for (PlacedOrganisation each : everyOrganisation(Site.of(topology, SiteKind.NATIVE, layout))) {
            ports.put(each.authority().place().id(), new Published(each.authority().port(), each.authority().place().operations(), 0));
            each.peers().forEach(peer -> ports.put(peer.place().id(), new Published(peer.port(), peer.place().operations(), 0)));
            each.orderers().forEach(node -> ports.put(
                    node.place().id(), new Published(node.port(), node.place().operations(), node.admin())));
        }
        return ports;
    }

    /**
     * Ports on the machine that runs the containers.
     *
     * @param port of the service
     * @param operations of health and metrics
     * @param admin of an ordering node's administration; 0 for others
     */
    public record Published(int port, int operations, int admin) {}

    private void kubernetes(Map<String, String> files) {
        Site site = Site.of(topology, SiteKind.KUBERNETES, layout);
        everyOrganisation(site).forEach(each -> kubernetes(files, site, each));
    }

    private void kubernetes(Map<String, String> files, Site site, PlacedOrganisation organisation) {
        String home = "kubernetes/" + organisation.id() + "/";
        NodeFiles nodes = new NodeFiles(site, organisation);
        Map<String, Object> variables = variables(site);
        variables.put("organisation", organisation);
        variables.put("authority", organisation.authority());
        variables.put("namespace", topology.name() + "-" + organisation.id());
        List<String> names = new ArrayList<>(List.of("namespace.yaml", "network-policies.yaml", "ca.yaml"));
        names.forEach(name -> files.put(home + name, Templates.fill("kubernetes/" + name, variables)));
        nodes.authority().forEach((name, text) -> files.put(home + "config/ca/" + name, text));
        for (PlacedPeer peer : organisation.peers()) {
            variables.put("peer", peer);
            names.add(add(files, home, peer.name() + ".yaml", Templates.fill("kubernetes/peer.yaml", variables)));
            names.add(add(files, home, "chaincode-" + peer.name() + ".yaml", Templates.fill("kubernetes/chaincode.yaml", variables)));
            files.put(home + "config/" + peer.name() + "/core.yaml", nodes.peer(peer, BUILDER));
        }
        for (PlacedOrderer node : organisation.orderers()) {
            variables.put("node", node);
            names.add(add(files, home, node.name() + ".yaml", Templates.fill("kubernetes/orderer.yaml", variables)));
            files.put(home + "config/" + node.name() + "/orderer.yaml", nodes.orderer(node));
        }
        String budget = organisation.orderers().isEmpty() ? "peer-budget.yaml" : "orderer-budget.yaml";
        names.add(add(files, home, budget, Templates.fill("kubernetes/" + budget, variables)));
        variables.put("resources", names);
        variables.put("nodes", configured(organisation));
        files.put(home + "kustomization.yaml", Templates.fill("kubernetes/kustomization.yaml", variables));
    }

    private static String add(Map<String, String> files, String home, String name, String text) {
        files.put(home + name, text);
        return name;
    }

    /**
     * A node and its configuration file.
     *
     * @param name of the node
     * @param file name of the file
     */
    public record Configured(String name, String file) {}

    private static List<Configured> configured(PlacedOrganisation organisation) {
        List<Configured> nodes = new ArrayList<>();
        organisation.peers().forEach(peer -> nodes.add(new Configured(peer.name(), "core.yaml")));
        organisation.orderers().forEach(node -> nodes.add(new Configured(node.name(), "orderer.yaml")));
        return nodes;
    }

    private Map<String, Object> variables(Site site) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("topology", topology);
        variables.put("images", topology.containers().images());
        variables.put("resources", topology.containers().resources());
        variables.put("organisations", site.organisations());
        variables.put("orderer", site.orderer());
        variables.put("everyOrganisation", everyOrganisation(site));
        Map<String, Map<String, List<Place>>> places = new HashMap<>();
        everyOrganisation(site).forEach(each -> places.put(each.id(), places(each)));
        variables.put("places", places);
        return variables;
    }

    private static Map<String, List<Place>> places(PlacedOrganisation organisation) {
        return Map.of(
                "peer", organisation.peers().stream().map(PlacedPeer::place).toList(),
                "orderer", organisation.orderers().stream().map(PlacedOrderer::place).toList(),
                "ca", List.of(organisation.authority().place()));
    }

    private static List<PlacedOrganisation> everyOrganisation(Site site) {
        List<PlacedOrganisation> all = new ArrayList<>(site.organisations());
        all.add(site.orderer());
        return all;
    }
}
