package org.voltrail.topology.render;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.voltrail.topology.Layout;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

/** Configuration of an organisation's processes. */
final class NodeFiles {
    /** Where an authority in Kubernetes finds its certificate and key; elsewhere it makes them when it first starts. */
    private static final String KEYS = "/var/hyperledger/keys/";

    private final Site site;
    private final PlacedOrganisation organisation;
    private final Set<String> hosts;

    NodeFiles(Site site, PlacedOrganisation organisation) {
        this.site = site;
        this.organisation = organisation;
        this.hosts = HostNames.of(site.topology(), new Layout(Path.of("."))).get(organisation.authority().place().id());
    }

    /** {@code core.yaml} of a peer, with the folder of the external builder for chaincode as a service. */
    String peer(PlacedPeer peer, String builder) {
        return Templates.fill("core.yaml", Map.of(
                "topology", site.topology(),
                "organisation", organisation,
                "peer", peer,
                "builder", builder));
    }

    /** {@code orderer.yaml} of an ordering node. */
    String orderer(PlacedOrderer node) {
        return Templates.fill("orderer.yaml", Map.of("organisation", organisation, "node", node));
    }

    /** Configuration of the certificate authority's two parts, by file name beneath its home. */
    Map<String, String> authority() {
        Map<String, String> files = new LinkedHashMap<>();
        String name = organisation.authority().name();
        files.put("fabric-ca-server-config.yaml", authority(name, "identities"));
        files.put("tls/fabric-ca-server-config.yaml", authority("tls" + name, "tls"));
        return files;
    }

    private String authority(String name, String purpose) {
        return Templates.fill("fabric-ca-server-config.yaml", Map.of(
                "topology", site.topology(),
                "organisation", organisation,
                "authority", organisation.authority(),
                "hosts", hosts,
                "keys", site.kind() == SiteKind.KUBERNETES ? KEYS : "",
                "name", name,
                "purpose", purpose));
    }
}
