package org.voltrail.topology.render;

import java.util.Map;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

/** Files of a network whose processes run natively, beneath its data directory, and the channel's for any site. */
public final class NativeFiles {
    private final Layout layout;
    private final Site site;
    private final Site channel;

    /** The files of a network whose channel names the hosts and ports of a site. */
    public NativeFiles(Topology topology, SiteKind channel, Layout layout) {
        this.layout = layout;
        this.site = Site.of(topology, SiteKind.NATIVE, layout);
        this.channel = Site.of(topology, channel, layout);
    }

    /** Writes all files that hold no secret and no certificate. */
    public void write() {
        ChannelFiles.write(channel, layout.root());
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
        Output.writeYaml(layout.node(peer.place().id()).resolve("core.yaml"), files.peer(peer, builder));
    }

    private void write(NodeFiles files, PlacedOrderer node) {
        Output.writeYaml(layout.node(node.place().id()).resolve("orderer.yaml"), files.orderer(node));
    }
}
