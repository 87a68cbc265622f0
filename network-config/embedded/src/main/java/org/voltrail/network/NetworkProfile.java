package org.voltrail.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.organisation.Organisation;

/** One connection profile in Fabric's common format for all organisations, for a process that acts for several of them. */
final class NetworkProfile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode profile = JsonNodeFactory.instance.objectNode();
    private final ObjectNode members;
    private final ObjectNode organisations;
    private final ObjectNode peers;
    private final ObjectNode authorities;

    NetworkProfile(String channel) {
        profile.put("name", "voltrail").put("version", "1.0.0");
        members = profile.putObject("channels").putObject(channel).putObject("peers");
        organisations = profile.putObject("organizations");
        peers = profile.putObject("peers");
        authorities = profile.putObject("certificateAuthorities");
    }

    /**
     * Adds an organisation.
     *
     * @param peerAddresses {@code host:port} by the peer's whole name
     * @param caAddress {@code host:port} of its authority
     * @param registrar who may register members there
     */
    void add(Organisation organisation, Map<String, String> peerAddresses, String caAddress, Registrar registrar) {
        String root = Pem.encode(organisation.tlsAuthority());
        ObjectNode node = organisations.putObject(organisation.name()).put("mspid", organisation.mspId());
        ArrayNode names = node.putArray("peers");
        peerAddresses.forEach((name, address) -> {
            names.add(name);
            members.putObject(name);
            peers.putObject(name).put("url", "grpcs://" + address).putObject("tlsCACerts").put("pem", root);
        });
        node.putArray("certificateAuthorities").add(organisation.caName());
        ObjectNode authority =
                authorities.putObject(organisation.caName()).put("url", "https://" + caAddress).put("caName", organisation.caName());
        authority.putObject("tlsCACerts").putArray("pem").add(root);
        authority.putArray("registrar").addObject().put("enrollId", registrar.id()).put("enrollSecret", registrar.secret());
    }

    String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree cannot be written", e);
        }
    }

    /** An identity of an organisation's authority that may register members. */
    record Registrar(String id, String secret) {
        @Override
        public String toString() {
            return "Registrar[" + id + "]";
        }
    }
}
