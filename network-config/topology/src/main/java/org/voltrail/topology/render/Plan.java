package org.voltrail.topology.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.PlacedAuthority;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;

/** Tables for the scripts: one line a thing, columns separated by tabs, a dash for nothing. */
final class Plan {
    private final Site site;
    private final Layout layout;

    Plan(Site site, Layout layout) {
        this.site = site;
        this.layout = layout;
    }

    void write() {
        table("organisations", organisations());
        table("nodes", nodes());
        table("users", users());
        table("settings", settings());
        table("hosts", hosts());
    }

    private void table(String name, List<String> lines) {
        Output.write(layout.plan().resolve(name + ".tsv"), String.join("\n", lines) + "\n");
    }

    /** kind, name, id, MSP id, port of the certificate authority, name of the authority. */
    private List<String> organisations() {
        List<String> lines = new ArrayList<>();
        site.organisations().forEach(each -> lines.add(organisation("peer", each)));
        lines.add(organisation("orderer", site.orderer()));
        return lines;
    }

    private static String organisation(String kind, PlacedOrganisation each) {
        return line(kind, each.name(), each.id(), each.mspId(), each.authority().port(), each.authority().name());
    }

    /**
     * kind, id, organisation, name, host, port, operations port, second port (administration of an orderer, chaincode listener of a
     * peer), ports of the chaincode service in turns.
     */
    private List<String> nodes() {
        List<String> lines = new ArrayList<>();
        everyOrganisation().forEach(each -> lines.add(authority(each, each.authority())));
        site.orderer().orderers().forEach(node -> lines.add(orderer(node)));
        site.organisations().forEach(each -> each.peers().forEach(peer -> lines.add(peer(each, peer))));
        return lines;
    }

    private List<PlacedOrganisation> everyOrganisation() {
        List<PlacedOrganisation> all = new ArrayList<>(site.organisations());
        all.add(site.orderer());
        return all;
    }

    private static String authority(PlacedOrganisation organisation, PlacedAuthority authority) {
        return line("ca", authority.place().id(), organisation.name(), "ca", authority.place().host(), authority.port(),
                authority.place().operations(), "-", "-", "-");
    }

    private String orderer(PlacedOrderer node) {
        return line("orderer", node.place().id(), site.orderer().name(), node.name(), node.place().host(), node.port(),
                node.place().operations(), node.admin(), "-", "-");
    }

    private static String peer(PlacedOrganisation organisation, PlacedPeer peer) {
        return line("peer", peer.place().id(), organisation.name(), peer.name(), peer.place().host(), peer.port(),
                peer.place().operations(), peer.chaincodePort(), peer.odd().port(), peer.even().port());
    }

    /** id of a node, the host names for its TLS certificate separated by commas. */
    private List<String> hosts() {
        return HostNames.of(site.topology(), layout).entrySet().stream()
                .map(entry -> line(entry.getKey(), String.join(",", entry.getValue())))
                .toList();
    }

    /** organisation, user, roles separated by commas. */
    private List<String> users() {
        return site.organisations().stream()
                .flatMap(organisation -> organisation.users().stream()
                        .map(user -> line(organisation.name(), user.name(), roles(user))))
                .toList();
    }

    private static String roles(Organisation.User user) {
        return user.roles().isEmpty() ? "-" : String.join(",", user.roles());
    }

    private List<String> settings() {
        Topology topology = site.topology();
        Path collections = Path.of(topology.chaincode().collections() == null ? "-" : topology.chaincode().collections());
        return List.of(
                line("network", topology.name()),
                line("domain", topology.domain()),
                line("channel", topology.channel().name()),
                line("chaincode", topology.chaincode().name()),
                line("chaincode-version", topology.chaincode().version()),
                line("chaincode-policy", topology.chaincode().endorsementPolicy()),
                line("chaincode-collections", collections),
                line("fabric-release", topology.fabric().release()),
                line("fabric-minimum", topology.fabric().minimum()),
                line("ca-release", topology.fabric().caRelease()),
                line("ca-minimum", topology.fabric().caMinimum()),
                line("regulator", topology.regulator().name()));
    }

    private static String line(Object... columns) {
        return List.of(columns).stream().map(Object::toString).collect(Collectors.joining("\t"));
    }
}
