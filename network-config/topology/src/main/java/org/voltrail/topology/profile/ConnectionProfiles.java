package org.voltrail.topology.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voltrail.topology.Layout;
import org.voltrail.topology.TopologyException;
import org.voltrail.topology.site.PlacedOrderer;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.PlacedPeer;
import org.voltrail.topology.site.Site;

/**
 * Writes a profile for each organisation in Fabric's common format. It holds the certificates themselves, so that it can be sent to
 * a client's machine as one file. An organisation's own peers come first; the others' are there for those who may endorse.
 */
public final class ConnectionProfiles {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Site site;
    private final Layout layout;

    /** Profiles of a placed network whose certificates lie in the layout. */
    public ConnectionProfiles(Site site, Layout layout) {
        this.site = site;
        this.layout = layout;
    }

    /**
     * Writes one profile for each organisation with peers.
     *
     * @throws TopologyException if a certificate is not there yet
     */
    public void write() {
        site.organisations().forEach(each -> write(each, layout.connectionProfile(each.name())));
    }

    private void write(PlacedOrganisation organisation, Path file) {
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), profile(organisation));
        } catch (IOException e) {
            throw new TopologyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private ObjectNode profile(PlacedOrganisation own) {
        ObjectNode profile = JSON.createObjectNode();
        profile.put("name", site.topology().name()).put("version", "1.0.0");
        profile.putObject("client").put("organization", own.name());
        ObjectNode members = profile.putObject("channels").putObject(site.topology().channel().name()).putObject("peers");
        ObjectNode organisations = profile.putObject("organizations");
        ObjectNode peers = profile.putObject("peers");
        ObjectNode orderers = profile.putObject("orderers");
        ObjectNode authorities = profile.putObject("certificateAuthorities");
        for (PlacedOrganisation each : ownFirst(own)) {
            organisations.set(each.name(), organisation(each, each == own));
            each.peers().forEach(peer -> peers.set(peer.place().id(), peer(each, peer)));
            each.peers().forEach(peer -> members.set(peer.place().id(), JSON.createObjectNode()));
        }
        site.orderer().orderers().forEach(node -> orderers.set(node.place().id(), orderer(node)));
        if (hasAuthority(own)) {
            authorities.set(own.authority().place().id(), authority(own));
        }
        return profile;
    }

    private List<PlacedOrganisation> ownFirst(PlacedOrganisation own) {
        List<PlacedOrganisation> all = new ArrayList<>(List.of(own));
        site.organisations().stream().filter(each -> each != own).forEach(all::add);
        return all;
    }

    private ObjectNode organisation(PlacedOrganisation each, boolean own) {
        ObjectNode node = JSON.createObjectNode().put("mspid", each.mspId());
        ArrayNode peers = node.putArray("peers");
        each.peers().forEach(peer -> peers.add(peer.place().id()));
        ArrayNode authorities = node.putArray("certificateAuthorities");
        if (own && hasAuthority(each)) {
            authorities.add(each.authority().place().id());
        }
        return node;
    }

    private ObjectNode peer(PlacedOrganisation organisation, PlacedPeer peer) {
        ObjectNode node = JSON.createObjectNode().put("url", "grpcs://" + peer.address());
        return trusting(node, layout.msp(organisation.name()).resolve("tlscacerts/tlsca.pem"));
    }

    private ObjectNode orderer(PlacedOrderer orderer) {
        ObjectNode node = JSON.createObjectNode().put("url", "grpcs://" + orderer.address());
        return trusting(node, layout.msp(site.orderer().name()).resolve("tlscacerts/tlsca.pem"));
    }

    private ObjectNode authority(PlacedOrganisation organisation) {
        ObjectNode node = JSON.createObjectNode()
                .put("url", organisation.authority().url())
                .put("caName", organisation.authority().name());
        return trusting(node, serverRoot(organisation));
    }

    private boolean hasAuthority(PlacedOrganisation organisation) {
        return Files.exists(serverRoot(organisation));
    }

    /** The certificate that the authority's own TLS certificate goes back to. */
    private Path serverRoot(PlacedOrganisation organisation) {
        return layout.node(organisation.authority().place().id()).resolve("ca-cert.pem");
    }

    private static ObjectNode trusting(ObjectNode node, Path certificate) {
        try {
            node.putObject("tlsCACerts").put("pem", Files.readString(certificate));
            return node;
        } catch (IOException e) {
            throw new TopologyException("Cannot read the certificate " + certificate + ": enrol the organisations first.", e);
        }
    }
}
