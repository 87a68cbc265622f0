package org.voltrail.client.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Turns the text of a profile into records. YAML 1.2 includes JSON, so that one parser reads both. */
final class ProfileReader {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final ProfileNode root;

    private ProfileReader(ProfileNode root) {
        this.root = root;
    }

    static ConnectionProfile load(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return parse(Files.readString(file), folder);
        } catch (IOException e) {
            throw new ProfileException("", "cannot read " + file + " (" + e.getMessage() + ")", e);
        }
    }

    static ConnectionProfile parse(String text, Path folder) {
        return new ProfileReader(new ProfileNode("", tree(text), folder)).profile();
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = YAML.readTree(text);
            if (!tree.isObject()) {
                throw new ProfileException("", "is no JSON or YAML object");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new ProfileException("", "is no JSON or YAML: " + e.getOriginalMessage(), e);
        }
    }

    private ConnectionProfile profile() {
        Map<String, Peer> peers = section("peers", ProfileReader::peer);
        Map<String, CertificateAuthority> authorities = section("certificateAuthorities", ProfileReader::authority);
        Map<String, Organisation> organisations =
                section("organizations", (name, node) -> organisation(name, node, peers.keySet(), authorities.keySet()));
        if (organisations.isEmpty()) {
            throw new ProfileException("organizations", "at least one organisation is needed");
        }
        return new ConnectionProfile(
                root.text("name", ""), clientOrganisation(organisations), organisations, peers, authorities, root.at("channels").names());
    }

    private @Nullable String clientOrganisation(Map<String, Organisation> organisations) {
        ProfileNode field = root.at("client").at("organization");
        if (field.isAbsent()) {
            return null;
        }
        return field.oneOf(organisations.keySet(), "organizations");
    }

    private <T> Map<String, T> section(String name, BiFunction<String, ProfileNode, T> reader) {
        ProfileNode section = root.at(name);
        Map<String, T> entries = new LinkedHashMap<>();
        section.names().forEach(key -> entries.put(key, reader.apply(key, section.at(key))));
        return entries;
    }

    private static Organisation organisation(String name, ProfileNode node, Set<String> peers, Set<String> authorities) {
        return new Organisation(
                name,
                node.at("mspid").text(),
                references(node.at("peers"), peers, "peers"),
                references(node.at("certificateAuthorities"), authorities, "certificateAuthorities"));
    }

    private static List<String> references(ProfileNode list, Set<String> known, String section) {
        List<String> names = new ArrayList<>();
        list.elements().forEach(element -> names.add(element.oneOf(known, section)));
        return names;
    }

    private static Peer peer(String name, ProfileNode node) {
        URI url = url(node.at("url"), "grpc", "grpcs");
        boolean tls = "grpcs".equals(url.getScheme());
        ProfileNode options = node.at("grpcOptions");
        return new Peer(
                name,
                url.getHost(),
                port(node.at("url"), url),
                tls,
                tls ? node.at("tlsCACerts").certificates() : List.of(),
                expectedHost(options),
                Duration.ofMillis(options.number(Peer.DEFAULT_KEEP_ALIVE.toMillis(), "grpc.keepalive_time_ms")),
                Math.toIntExact(options.number(
                        Peer.DEFAULT_MAX_MESSAGE_BYTES, "grpc.max_receive_message_length", "grpc-max-receive-message-length")));
    }

    private static @Nullable String expectedHost(ProfileNode options) {
        String override = options.text("ssl-target-name-override", options.text("hostnameOverride", ""));
        return override.isEmpty() ? null : override;
    }

    private static CertificateAuthority authority(String name, ProfileNode node) {
        ProfileNode certificates = node.at("tlsCACerts");
        String caName = node.text("caName", "");
        return new CertificateAuthority(
                name,
                url(node.at("url"), "http", "https"),
                caName.isEmpty() ? null : caName,
                certificates.isAbsent() ? List.of() : certificates.certificates(),
                registrar(node.at("registrar")));
    }

    private static CertificateAuthority.@Nullable Registrar registrar(ProfileNode node) {
        ProfileNode registrar = node.elements().stream().findFirst().orElse(node);
        if (registrar.isAbsent()) {
            return null;
        }
        return new CertificateAuthority.Registrar(registrar.at("enrollId").text(), registrar.at("enrollSecret").text());
    }

    private static int port(ProfileNode field, URI url) {
        if (url.getPort() < 1) {
            throw field.fault("needs a port, as in " + url.getScheme() + "://" + url.getHost() + ":7051");
        }
        return url.getPort();
    }

    private static URI url(ProfileNode field, String plain, String secure) {
        try {
            URI url = new URI(field.text());
            if (url.getHost() == null || !Set.of(plain, secure).contains(url.getScheme())) {
                throw field.fault("must look like " + secure + "://host:port, not " + field.text());
            }
            return url;
        } catch (URISyntaxException e) {
            throw field.fault("is no URL: " + e.getMessage());
        }
    }
}
