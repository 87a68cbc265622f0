package org.voltrail.topology.render;

import java.util.Map;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

/** Files of a network whose processes run natively, beneath its data directory. */
public final class NativeFiles {
    private final Layout layout;
    private final Site site;

    /** The files of a network. */
    public NativeFiles(Topology topology, Layout layout) {
        this.layout = layout;
        this.site = Site.of(topology, SiteKind.NATIVE, layout);
    }

    /** Writes all files that hold no secret and no certificate. */
    public void write() {
        ChannelFiles.write(site, layout.root());
        site.organisations().forEach(this::write);
        write(site.orderer());
        new Plan(site, layout).write();
    }

    private void write(PlacedOrganisation organisation) {
        NodeFiles files = new NodeFiles(site, organisation);
        Output.writeYaml(layout.msp(organisation.name()).resolve("config.yaml"), Templates.fill("msp-config.yaml", Map.of()));
        files.authority().forEach((name, text) -> Output.writeYaml(
                layout.node(organisation.authority().place().id()).resolve("template").resolve(name), text));
        organisation.peers().forEach(peer -> write(files, peer));
        organisation.orderers().forEach(node -> write(files, node));
    }

    private void write(NodeFiles files, PlacedPeer peer) {
        String builder = layout.root().toAbsolutePath().normalize().resolve("builder").toString();
        Output.writeYaml(
                layout.node(peer.place().id()).resolve("core.yaml"), files.peer(peer, builder, "VOLTRAIL_CHAINCODE_ADDRESSES"));
    }

    private void write(NodeFiles files, PlacedOrderer node) {
        Output.writeYaml(layout.node(node.place().id()).resolve("orderer.yaml"), files.orderer(node));
    }
}
