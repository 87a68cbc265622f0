package org.voltrail.topology.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Networks;
import org.voltrail.topology.Topology;
import org.voltrail.topology.site.SiteKind;

class NativeFilesTest {
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    private Path data;

    private final Topology topology = Networks.standard();

    @BeforeEach
    void render() {
        new NativeFiles(topology, SiteKind.NATIVE, new Layout(data)).write();
    }

    @Test
    void everyProcessHasItsConfiguration() {
        topology.organisations().forEach(each -> assertThat(data.resolve("nodes/peer0." + each.id() + "/core.yaml")).exists());
        topology.orderer().nodes().forEach(node -> assertThat(data.resolve("nodes/" + node + ".orderer/orderer.yaml")).exists());
        assertThat(data.resolve("nodes/ca.carrier/template/tls/fabric-ca-server-config.yaml")).exists();
    }

    @Test
    void peersListenOnTheLoopbackInterfaceWithTls() throws IOException {
        JsonNode peer = yaml("nodes/peer0.recycler/core.yaml").at("/peer");

        assertThat(peer.at("/listenAddress").asText()).isEqualTo("127.0.0.1:7151");
        assertThat(peer.at("/tls/enabled").asBoolean()).isTrue();
        assertThat(peer.at("/localMspId").asText()).isEqualTo("RecyclerMSP");
    }

    @Test
    void theOrderingNodesOfTheChannelAreThoseThatAreConfigured() throws IOException {
        List<String> consenters = yaml("configtx.yaml").at("/Profiles/Channel/Orderer/EtcdRaft/Consenters").findValuesAsText("Port");

        assertThat(consenters)
                .containsExactlyElementsOf(topology.orderer().nodes().stream()
                        .map(node -> port("nodes/" + node + ".orderer/orderer.yaml"))
                        .toList());
    }

    @Test
    void noSecretIsRendered() throws IOException {
        assertThat(Files.readString(data.resolve("nodes/ca.carrier/template/fabric-ca-server-config.yaml"))).contains("@REGISTRAR_SECRET@");
    }

    @Test
    void anUnchangedFileIsNotWrittenAgain() throws IOException {
        Path file = data.resolve("configtx.yaml");
        FileTime longAgo = FileTime.fromMillis(1_000);
        Files.setLastModifiedTime(file, longAgo);

        render();

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
    }

    @Test
    void thePlanHasALineForEveryProcessWithTenColumns() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("plan/nodes.tsv"));

        assertThat(lines).hasSize(5 + 3 + 4).allSatisfy(line -> assertThat(line.split("\t")).hasSize(10).doesNotContain(""));
    }

    private String port(String file) {
        try {
            return yaml(file).at("/General/ListenPort").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode yaml(String file) throws IOException {
        return YAML.readTree(data.resolve(file).toFile());
    }
}
