package org.voltrail.topology.render;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.Place;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

/** The names under which a node is reached anywhere: a certificate for all of them lets it move from one form to another. */
final class HostNames {
    private HostNames() {}

    /** Host names by node id: this machine's, and those in compose and Kubernetes. */
    static Map<String, Set<String>> of(Topology topology, Layout layout) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (SiteKind kind : SiteKind.values()) {
            places(Site.of(topology, kind, layout))
                    .forEach(place -> names.computeIfAbsent(place.id(), id -> new LinkedHashSet<>(List.of("localhost", "127.0.0.1")))
                            .add(place.host()));
        }
        return names;
    }

    private static Stream<Place> places(Site site) {
        return Stream.concat(site.organisations().stream(), Stream.of(site.orderer())).flatMap(HostNames::places);
    }

    private static Stream<Place> places(PlacedOrganisation organisation) {
        return Stream.of(
                        Stream.of(organisation.authority().place()),
                        organisation.peers().stream().map(PlacedPeer::place),
                        organisation.orderers().stream().map(PlacedOrderer::place))
                .flatMap(each -> each);
    }
}
