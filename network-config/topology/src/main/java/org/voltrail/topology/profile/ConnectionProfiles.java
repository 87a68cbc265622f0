package org.voltrail.topology.profile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
 * Writes connection profiles in Fabric's common format: one for each organisation, and one with everything for whoever runs a whole
 * network by himself. They hold the certificates themselves, so that each can be sent to a client's machine as one file. An
 * organisation's own peers come first; the others' are there for those who may endorse.
 */
public final class ConnectionProfiles {
    private final Site site;
    private final Layout layout;

    /** Profiles of a placed network whose certificates lie in the layout. */
    public ConnectionProfiles(Site site, Layout layout) {
        this.site = site;
        this.layout = layout;
    }

    /**
     * Writes a profile for each organisation with peers, without any secret, and the whole network's, which names the registrars'
     * secrets and is its owner's alone.
     *
     * @throws TopologyException if a certificate is not there yet
     */
    public void write() {
        for (PlacedOrganisation each : site.organisations()) {
            PrivateFiles.writeReadable(layout.connectionProfile(each.name()), profile(ownFirst(each), each.name(), List.of(each), false));
        }
        PrivateFiles.write(layout.wholeProfile(), profile(site.organisations(), site.topology().regulator().name(), site.organisations(), true));
    }

    private ObjectNode profile(
            List<PlacedOrganisation> organisations, String client, List<PlacedOrganisation> withAuthority, boolean registrars) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("name", site.topology().name()).put("version", "1.0.0");
        profile.putObject("client").put("organization", client);
        ObjectNode members = profile.putObject("channels").putObject(site.topology().channel().name()).putObject("peers");
        ObjectNode groups = profile.putObject("organizations");
        ObjectNode peers = profile.putObject("peers");
        ObjectNode orderers = profile.putObject("orderers");
        ObjectNode authorities = profile.putObject("certificateAuthorities");
        for (PlacedOrganisation each : organisations) {
            boolean certified = withAuthority.contains(each) && hasAuthority(each);
            groups.set(each.name(), organisation(each, certified));
            each.peers().forEach(peer -> peers.set(peer.place().id(), peer(each, peer)));
            each.peers().forEach(peer -> members.putObject(peer.place().id()));
            if (certified) {
                authorities.set(each.authority().place().id(), authority(each, registrars));
            }
        }
        site.orderer().orderers().forEach(node -> orderers.set(node.place().id(), orderer(node)));
        return profile;
    }

    private List<PlacedOrganisation> ownFirst(PlacedOrganisation own) {
        List<PlacedOrganisation> all = new ArrayList<>(List.of(own));
        site.organisations().stream().filter(each -> each != own).forEach(all::add);
        return all;
    }

    private static ObjectNode organisation(PlacedOrganisation each, boolean certified) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("mspid", each.mspId());
        ArrayNode peers = node.putArray("peers");
        each.peers().forEach(peer -> peers.add(peer.place().id()));
        ArrayNode authorities = node.putArray("certificateAuthorities");
        if (certified) {
            authorities.add(each.authority().place().id());
        }
        return node;
    }

    private ObjectNode peer(PlacedOrganisation organisation, PlacedPeer peer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("url", "grpcs://" + peer.address());
        return trusting(node, layout.msp(organisation.name()).resolve("tlscacerts/tlsca.pem"));
    }

    private ObjectNode orderer(PlacedOrderer orderer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("url", "grpcs://" + orderer.address());
        return trusting(node, layout.msp(site.orderer().name()).resolve("tlscacerts/tlsca.pem"));
    }

    private ObjectNode authority(PlacedOrganisation organisation, boolean registrars) {
        ObjectNode node = JsonNodeFactory.instance.objectNode()
                .put("url", organisation.authority().url())
                .put("caName", organisation.authority().name());
        if (registrars) {
            node.putObject("registrar").put("enrollId", "registrar").put("enrollSecret", registrarSecret(organisation));
        }
        return trusting(node, serverRoot(organisation));
    }

    private boolean hasAuthority(PlacedOrganisation organisation) {
        return Files.exists(serverRoot(organisation));
    }

    /** The certificate that the authority's own TLS certificate goes back to. */
    private Path serverRoot(PlacedOrganisation organisation) {
        return home(organisation).resolve("ca-cert.pem");
    }

    private String registrarSecret(PlacedOrganisation organisation) {
        return read(home(organisation).resolve("registrar.secret")).strip();
    }

    private Path home(PlacedOrganisation organisation) {
        return layout.node(organisation.authority().place().id());
    }

    private static ObjectNode trusting(ObjectNode node, Path certificate) {
        node.putObject("tlsCACerts").put("pem", read(certificate));
        return node;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": enrol the organisations first.", e);
        }
    }
}
