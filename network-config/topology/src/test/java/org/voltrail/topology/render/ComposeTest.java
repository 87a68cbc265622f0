package org.voltrail.topology.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voltrail.topology.Networks;

class ComposeTest {
    private static final Pattern ADDRESS = Pattern.compile("([a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.voltrail\\.example):(\\d+)");

    private final JsonNode compose = read(Path.of("..", "compose", "compose.yaml"));

    @Test
    void theFileKeepsToTheComposeSpecification() throws IOException {
        assertThat(schema().validate(compose)).extracting(ValidationMessage::getMessage).isEmpty();
    }

    @Test
    void theSchemaFindsASlip() throws IOException {
        ((com.fasterxml.jackson.databind.node.ObjectNode) compose.at("/services/peer0.carrier")).put("imag", "x");

        assertThat(schema().validate(compose)).isNotEmpty();
    }

    @Test
    void everyNetworkVolumeAndSecretThatAServiceUsesIsDefined() {
        each(service -> {
            assertThat(names(compose.path("networks"))).containsAll(names(service.path("networks")));
            assertThat(names(compose.path("secrets"))).containsAll(texts(service.path("secrets")));
        });
    }

    @Test
    void everyAddressInTheConfigurationIsAServicesAlias() throws IOException {
        Set<String> aliases = new TreeSet<>();
        each(service -> service.path("networks").forEach(network -> aliases.addAll(texts(network.path("aliases")))));

        assertThat(addresses()).isNotEmpty().isSubsetOf(aliases);
    }

    @Test
    void noTwoServicesArePublishedAtTheSamePort() {
        List<String> published = new ArrayList<>();
        each(service -> service.path("ports").forEach(port -> published.add(port.asText().split(":")[1])));

        assertThat(published).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsPublishedBeyondThisMachine() {
        each(service -> service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:")));
    }

    @Test
    void noServiceGainsRightsAndFabricsRunWithAReadOnlyRoot() {
        each(service -> {
            assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
            if (service.path("image").asText().startsWith("hyperledger/")) {
                assertThat(service.path("read_only").asBoolean()).isTrue();
                assertThat(service.at("/deploy/resources/limits/memory").asText()).isNotEmpty();
                assertThat(service.path("healthcheck").path("test")).isNotEmpty();
            }
        });
    }

    @Test
    void aPeersChaincodeIsReachedThroughItsOwnOrganisationsNetworkOnly() {
        JsonNode chaincode = compose.at("/services").path("chaincode-odd-peer0.carrier").path("networks");

        assertThat(names(chaincode)).containsExactly("chaincode-carrier");
        assertThat(compose.at("/networks/chaincode-carrier/internal").asBoolean()).isTrue();
    }

    private static Set<String> addresses() throws IOException {
        Set<String> hosts = new TreeSet<>();
        try (var files = Files.walk(Path.of("..", "compose"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                ADDRESS.matcher(Files.readString(file)).results().map(ComposeTest::host).forEach(hosts::add);
            }
        }
        hosts.removeIf(host -> host.equals(Networks.standard().domain()));
        return hosts;
    }

    private static String host(MatchResult address) {
        return address.group(1);
    }

    private void each(Consumer<JsonNode> check) {
        compose.path("services").forEach(check);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in = ComposeTest.class.getResourceAsStream("compose.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
