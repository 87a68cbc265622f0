package org.voltrail.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

class PortsTest {
    @Property
    void noTwoNativeProcessesWantTheSamePort(@ForAll @IntRange(min = 0, max = 50_000) int offset, @ForAll @IntRange(min = 1, max = 5) int peers) {
        Topology topology = Networks.standard().shifted(offset);
        for (int i = 1; i < peers; i++) {
            topology = topology.replacing(topology.organisation("recycler").withAnotherPeer());
        }

        assertThat(ports(Site.of(topology, SiteKind.NATIVE, new Layout(Path.of("data"))))).doesNotHaveDuplicates();
    }

    private static List<Integer> ports(Site site) {
        List<Integer> ports = new ArrayList<>();
        List<PlacedOrganisation> all = new ArrayList<>(site.organisations());
        all.add(site.orderer());
        for (PlacedOrganisation each : all) {
            ports.addAll(List.of(each.authority().port(), each.authority().place().operations()));
            each.peers().forEach(peer -> ports.addAll(List.of(
                    peer.port(), peer.chaincodePort(), peer.place().operations(), peer.odd().port(), peer.even().port())));
            each.orderers().forEach(node -> ports.addAll(List.of(node.port(), node.admin(), node.place().operations())));
        }
        return ports;
    }
}
