package org.voltrail.network.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeMap;
import org.voltrail.network.crypto.DurableFiles;
import org.voltrail.network.crypto.Pem;

/** An organisation's connection profile in Fabric's common format: what a client needs to know to find its peers and authority and to trust them. */
public final class ConnectionProfile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE).disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build();

    private final Organisation organisation;
    private final Endpoints endpoints;

    private ConnectionProfile(Organisation organisation, Endpoints endpoints) {
        this.organisation = organisation;
        this.endpoints = endpoints;
    }

    public static ConnectionProfile of(Organisation organisation, Endpoints endpoints) {
        return new ConnectionProfile(organisation, endpoints);
    }

    /** Writes {@code connection.json} and {@code connection.yaml} into a folder. */
    public void write(Path folder) throws IOException {
        DurableFiles.write(folder.resolve("connection.json"), json().getBytes(StandardCharsets.UTF_8));
        DurableFiles.write(folder.resolve("connection.yaml"), yaml().getBytes(StandardCharsets.UTF_8));
    }

    public String json() {
        return text(JSON);
    }

    public String yaml() {
        return text(YAML);
    }

    private String text(ObjectMapper format) {
        try {
            return format.writerWithDefaultPrettyPrinter().writeValueAsString(profile());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private ObjectNode profile() {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("name", "voltrail-" + organisation.name()).put("version", "1.0.0");
        profile.putObject("client").put("organization", organisation.name())
                .putObject("connection").putObject("timeout").putObject("peer").put("endorser", "300");
        addChannels(profile);
        addOrganisation(profile.putObject("organizations"));
        ObjectNode peers = profile.putObject("peers");
        new TreeMap<>(endpoints.peers()).forEach((name, address) -> addPeer(peers, name, address));
        if (endpoints.ca() != null) {
            addAuthority(profile.putObject("certificateAuthorities"), endpoints.ca());
        }
        return profile;
    }

    private void addChannels(ObjectNode profile) {
        ObjectNode channels = profile.putObject("channels");
        for (String channel : endpoints.channels()) {
            ObjectNode peers = channels.putObject(channel).putObject("peers");
            new TreeMap<>(endpoints.peers()).keySet().forEach(name -> peers.putObject(name)
                    .put("endorsingPeer", true).put("chaincodeQuery", true).put("ledgerQuery", true).put("eventSource", true));
        }
    }

    private void addOrganisation(ObjectNode organisations) {
        ObjectNode own = organisations.putObject(organisation.name()).put("mspid", organisation.mspId());
        new TreeMap<>(endpoints.peers()).keySet().forEach(own.withArray("peers")::add);
        if (endpoints.ca() != null) {
            own.putArray("certificateAuthorities").add(organisation.caName());
        }
    }

    private void addPeer(ObjectNode peers, String name, String address) {
        ObjectNode peer = peers.putObject(name).put("url", "grpcs://" + address);
        peer.putObject("tlsCACerts").put("pem", Pem.encode(organisation.tlsAuthority()));
        peer.putObject("grpcOptions").put("ssl-target-name-override", name).put("hostnameOverride", name);
    }

    private void addAuthority(ObjectNode authorities, String address) {
        ObjectNode authority = authorities.putObject(organisation.caName())
                .put("url", "https://" + address).put("caName", organisation.caName());
        authority.putObject("tlsCACerts").putArray("pem").add(Pem.encode(organisation.tlsAuthority()));
        authority.putObject("httpOptions").put("verify", true);
    }
}
