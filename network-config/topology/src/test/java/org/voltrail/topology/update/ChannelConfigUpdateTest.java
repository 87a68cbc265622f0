package org.voltrail.topology.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Networks;
import org.voltrail.topology.TopologyException;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

class ChannelConfigUpdateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BLOCK =
            """
            {"data":{"data":[{"payload":{"data":{"config":{"sequence":"4","channel_group":{"groups":{
              "Application":{"groups":{"CarrierOrg":{"values":{"MSP":{"value":{"config":{"name":"CarrierMSP","revocation_list":["b2xk"]}}}}}}},
              "Orderer":{"groups":{"OrdererOrg":{"values":{"MSP":{"value":{"config":{"name":"OrdererMSP"}}}}}},
                "values":{"BatchTimeout":{"value":{"timeout":"2s"}},
                  "ConsensusType":{"value":{"metadata":{"consenters":[
                    {"host":"localhost","port":8050,"client_tls_cert":"b2xk","server_tls_cert":"b2xk"},
                    {"host":"localhost","port":8060,"client_tls_cert":"b2xk","server_tls_cert":"b2xk"}]}}}}}
            }}}}}}]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aNewOrganisationComesWithItsAnchorPeer() throws IOException {
        ChannelConfigUpdate update = update();
        Path definition = Files.writeString(folder.resolve("org.json"), "{\"values\":{\"MSP\":{}},\"policies\":{}}");

        update.addOrganisation("NorthOrg", definition, site().organisations().get(1).peers().get(0));

        JsonNode anchors = written(update).at("/channel_group/groups/Application/groups/NorthOrg/values/AnchorPeers");
        assertThat(anchors.at("/value/anchor_peers/0/port").asInt()).isEqualTo(7151);
        assertThat(anchors.path("mod_policy").asText()).isEqualTo("Admins");
    }

    @Test
    void aRevocationListTakesThePlaceOfTheOldOne() throws IOException {
        ChannelConfigUpdate update = update();

        update.revoke("CarrierOrg", List.of(Files.writeString(folder.resolve("crl.pem"), "new")));

        JsonNode lists = written(update).at("/channel_group/groups/Application/groups/CarrierOrg/values/MSP/value/config/revocation_list");
        assertThat(lists).extracting(JsonNode::asText).containsExactly(encoded("new"));
    }

    @Test
    void theOrdererOrganisationCanRevokeToo() throws IOException {
        ChannelConfigUpdate update = update();

        update.revoke("OrdererOrg", List.of(Files.writeString(folder.resolve("crl.pem"), "new")));

        assertThat(written(update).at("/channel_group/groups/Orderer/groups/OrdererOrg/values/MSP/value/config/revocation_list")).hasSize(1);
    }

    @Test
    void aConsentersNewCertificateLeavesTheOthersAlone() throws IOException {
        ChannelConfigUpdate update = update();

        update.consenterCertificate("localhost", 8060, Files.writeString(folder.resolve("server.crt"), "new"));

        JsonNode consenters = written(update).at("/channel_group/groups/Orderer/values/ConsensusType/value/metadata/consenters");
        assertThat(consenters).extracting(each -> each.path("server_tls_cert").asText()).containsExactly("b2xk", encoded("new"));
        assertThat(consenters).extracting(each -> each.path("client_tls_cert").asText()).containsExactly("b2xk", encoded("new"));
    }

    @Test
    void whatIsNotOnTheChannelIsSaidSo() throws IOException {
        ChannelConfigUpdate update = update();

        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> update.revoke("NorthOrg", List.of()))
                .withMessageContaining("NorthOrg");
    }

    @Test
    void aFileThatIsNoConfigurationBlockIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), "{}");

        assertThatExceptionOfType(TopologyException.class).isThrownBy(() -> ChannelConfigUpdate.ofBlock(file));
    }

    @Test
    void theEnvelopeNamesTheChannelAndIsAConfigurationUpdate() throws IOException {
        Path update = Files.writeString(folder.resolve("update.json"), "{\"channel_id\":\"voltrail\"}");

        ChannelConfigUpdate.wrap("voltrail", update, folder.resolve("envelope.json"));

        JsonNode payload = JSON.readTree(folder.resolve("envelope.json").toFile()).path("payload");
        assertThat(payload.at("/header/channel_header/type").asInt()).isEqualTo(2);
        assertThat(payload.at("/data/config_update/channel_id").asText()).isEqualTo("voltrail");
    }

    private ChannelConfigUpdate update() throws IOException {
        return ChannelConfigUpdate.ofBlock(Files.writeString(folder.resolve("block.json"), BLOCK));
    }

    private JsonNode written(ChannelConfigUpdate update) throws IOException {
        update.write(folder.resolve("after.json"));
        return JSON.readTree(folder.resolve("after.json").toFile());
    }

    private Site site() {
        return Site.of(Networks.standard(), SiteKind.NATIVE, new Layout(folder));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
