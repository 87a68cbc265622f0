package org.voltrail.topology.render;

import java.util.LinkedHashMap;
import java.util.Map;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;

/** Configuration of an organisation's processes. */
final class NodeFiles {
    private final Site site;
    private final PlacedOrganisation organisation;

    NodeFiles(Site site, PlacedOrganisation organisation) {
        this.site = site;
        this.organisation = organisation;
    }

    /** {@code core.yaml} of a peer, with the external builder for chaincode as a service and the variable that it reads. */
    String peer(PlacedPeer peer, String builder, String builderVariable) {
        return Templates.fill("core.yaml", Map.of(
                "topology", site.topology(),
                "organisation", organisation,
                "peer", peer,
                "builder", builder,
                "builderVariable", builderVariable));
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
                "name", name,
                "purpose", purpose));
    }
}
