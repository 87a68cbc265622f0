package org.voltrail.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyFileTest {
    @TempDir
    private Path folder;

    @Test
    void theNetworkHasFourOrganisationsAndThreeOrderingNodes() {
        Topology topology = Networks.standard();

        assertThat(topology.organisations())
                .extracting(Organisation::mspId)
                .containsExactly("ManufacturerMSP", "RecyclerMSP", "CarrierMSP", "RegulatorMSP");
        assertThat(topology.orderer().nodes()).hasSize(3);
        assertThat(topology.channel().capabilities()).isEqualTo(new Channel.Capabilities("V3_0", "V2_0", "V2_5"));
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        Topology topology = Networks.standard();
        Path file = folder.resolve("network.yaml");

        TopologyFile.write(topology, file);

        assertThat(TopologyFile.read(file)).isEqualTo(topology);
    }

    @Test
    void aMisspeltFieldIsRefusedWithItsLine() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("batch:", "bach:")))
                .withMessageContaining("bach")
                .withMessageContaining("line");
    }

    @Test
    void aFieldGivenTwiceIsRefused() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("name: voltrail\n", "name: voltrail\nname: other\n")))
                .withMessageContaining("Duplicate");
    }

    @Test
    void organisationsWhosePortsOverlapAreRefused() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("ports: 7100", "ports: 7050")))
                .withMessageContaining("closer together");
    }

    @Test
    void anEvenNumberOfOrderingNodesIsRefused() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("[orderer0, orderer1, orderer2]", "[orderer0, orderer1]")))
                .withMessageContaining("odd");
    }

    @Test
    void aRoleThatTheChaincodeDoesNotKnowIsRefused() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("roles: [carrier]", "roles: [courier]")))
                .withMessageContaining("courier");
    }

    @Test
    void aNetworkWithoutARegulatorIsRefused() throws IOException {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> TopologyFile.read(edited("roles: [auditor, regulator]", "roles: [auditor]")))
                .withMessageContaining("regulator");
    }

    @Test
    void anOrganisationIsFoundByNameIdOrMspIdInAnyCase() {
        Topology topology = Networks.standard();

        assertThat(List.of("CarrierOrg", "carrier", "carriermsp"))
                .allSatisfy(word -> assertThat(topology.organisation(word).name()).isEqualTo("CarrierOrg"));
    }

    private Path edited(String part, String replacement) throws IOException {
        String text = Files.readString(Networks.DESCRIPTION);
        assertThat(text).contains(part);
        return Files.writeString(folder.resolve("edited.yaml"), text.replace(part, replacement));
    }
}
