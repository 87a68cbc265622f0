package org.voltrail.topology.update;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.voltrail.topology.TopologyException;
import org.voltrail.topology.site.PlacedPeer;

/** A channel's configuration ({@code common.Config}) and changes to it. */
public final class ChannelConfigUpdate {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode config;

    private ChannelConfigUpdate(ObjectNode config) {
        this.config = config;
    }

    /**
     * Takes the configuration out of a decoded configuration block.
     *
     * @throws TopologyException if the file is no such block
     */
    public static ChannelConfigUpdate ofBlock(Path block) {
        JsonNode found = read(block).at("/data/data/0/payload/data/config");
        if (!(found instanceof ObjectNode node)) {
            throw new TopologyException(block + " is no configuration block in JSON.");
        }
        return new ChannelConfigUpdate(node);
    }

    /** The configuration as it stands. */
    public void write(Path file) {
        write(file, config);
    }

    /** Whether an organisation is a member of the application part. */
    public boolean hasOrganisation(String name) {
        return organisations().has(name);
    }

    /**
     * Adds an organisation, or renews its definition if it is there already.
     *
     * @param name name of its group
     * @param definition group as {@code configtxgen -printOrg} prints it
     * @param anchor the peer that others find it by
     */
    public void addOrganisation(String name, Path definition, PlacedPeer anchor) {
        ObjectNode group = (ObjectNode) read(definition);
        ObjectNode peers = JSON.createObjectNode();
        peers.putArray("anchor_peers")
                .addObject()
                .put("host", anchor.place().host())
                .put("port", anchor.port());
        ObjectNode value = JSON.createObjectNode().put("mod_policy", "Admins").put("version", "0");
        value.set("value", peers);
        ((ObjectNode) group.path("values")).set("AnchorPeers", value);
        organisations().set(name, group);
    }

    /** Takes an organisation out of the application part. */
    public void removeOrganisation(String name) {
        organisations().remove(name);
    }

    /**
     * Replaces an organisation's revocation lists.
     *
     * @param name name of its group, in the application or the orderer part
     * @param lists files of revocation lists in PEM
     */
    public void revoke(String name, List<Path> lists) {
        ArrayNode revoked = mspOf(name).putArray("revocation_list");
        lists.forEach(list -> revoked.add(Base64.getEncoder().encodeToString(bytes(list))));
    }

    private ObjectNode mspOf(String name) {
        for (String part : List.of("Application", "Orderer")) {
            JsonNode msp = config.at("/channel_group/groups/" + part + "/groups/" + name + "/values/MSP/value/config");
            if (msp instanceof ObjectNode node) {
                return node;
            }
        }
        throw new TopologyException("The channel has no organisation " + name + ".");
    }

    /** Sets when the orderer cuts a block. */
    public void batchTimeout(String timeout) {
        ((ObjectNode) config.at("/channel_group/groups/Orderer/values/BatchTimeout/value")).put("timeout", timeout);
    }

    /**
     * Replaces the TLS certificate of an ordering node. Raft lets one node change at a time.
     *
     * @param host its host as the channel knows it
     * @param port its port
     * @param certificate PEM
     */
    public void consenterCertificate(String host, int port, Path certificate) {
        String encoded = Base64.getEncoder().encodeToString(bytes(certificate));
        for (JsonNode each : config.at("/channel_group/groups/Orderer/values/ConsensusType/value/metadata/consenters")) {
            if (each.path("host").asText().equals(host) && each.path("port").asInt() == port) {
                ((ObjectNode) each).put("client_tls_cert", encoded).put("server_tls_cert", encoded);
                return;
            }
        }
        throw new TopologyException("The channel has no ordering node " + host + ":" + port + ".");
    }

    /**
     * Puts a computed update into the envelope that organisations sign.
     *
     * @param channel name of the channel
     * @param update decoded {@code common.ConfigUpdate}
     * @param envelope file to write, to be encoded as {@code common.Envelope}
     */
    public static void wrap(String channel, Path update, Path envelope) {
        ObjectNode whole = JSON.createObjectNode();
        ObjectNode payload = whole.putObject("payload");
        payload.putObject("header").putObject("channel_header").put("channel_id", channel).put("type", 2);
        payload.putObject("data").set("config_update", read(update));
        write(envelope, whole);
    }

    private ObjectNode organisations() {
        return (ObjectNode) config.at("/channel_group/groups/Application/groups");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readString(file).getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void write(Path file, JsonNode node) {
        try {
            JSON.writeValue(file.toFile(), node);
        } catch (IOException e) {
            throw new TopologyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
