package org.voltrail.topology.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Networks;
import org.voltrail.topology.Topology;
import org.voltrail.topology.TopologyException;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;

class ConnectionProfilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path data;

    private final Topology topology = Networks.standard();

    @Test
    void anOrganisationsOwnPeersComeFirstAndTheOthersAreThere() throws IOException {
        write();

        JsonNode profile = read("profiles/CarrierOrg/connection.json");

        assertThat(profile.at("/client/organization").asText()).isEqualTo("CarrierOrg");
        assertThat(profile.path("organizations").fieldNames()).toIterable().hasSize(4).first().isEqualTo("CarrierOrg");
        assertThat(profile.at("/peers/peer0.carrier/url").asText()).isEqualTo("grpcs://localhost:7251");
        assertThat(profile.at("/peers/peer0.regulator/tlsCACerts/pem").asText()).isEqualTo("TLS root of RegulatorOrg");
    }

    @Test
    void anOrganisationsProfileNamesItsOwnAuthorityAndNoSecret() throws IOException {
        write();

        JsonNode profile = read("profiles/CarrierOrg/connection.json");

        assertThat(profile.path("certificateAuthorities").fieldNames()).toIterable().containsExactly("ca.carrier");
        assertThat(profile.toString()).doesNotContain("registrar").doesNotContain("secret of");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theWholeNetworksProfileHasEveryRegistrarAndIsItsOwnersAlone() throws IOException {
        write();

        JsonNode profile = read("connection.json");

        assertThat(profile.at("/certificateAuthorities/ca.recycler/registrar/enrollSecret").asText()).isEqualTo("secret of recycler");
        assertThat(Files.getPosixFilePermissions(data.resolve("connection.json"))).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void withoutCertificateAuthoritiesNoneIsNamed() throws IOException {
        roots();

        new ConnectionProfiles(site(), new Layout(data)).write();

        assertThat(read("connection.json").path("certificateAuthorities")).isEmpty();
    }

    @Test
    void missingCertificatesAreSaidToBeMissing() {
        assertThatExceptionOfType(TopologyException.class)
                .isThrownBy(() -> new ConnectionProfiles(site(), new Layout(data)).write())
                .withMessageContaining("enrol the organisations first");
    }

    @Test
    void thePlanOfTheRegistersNamesTheRegulatorAndEverybodysRoles() {
        JsonNode plan = new SetupPlan(topology, new Layout(data)).plan();

        assertThat(plan.path("authority").asText()).isEqualTo("RegulatorMSP");
        assertThat(plan.path("participants")).hasSize(4);
        assertThat(plan.at("/participants/1/roles")).extracting(JsonNode::asText).contains("recycler", "second-life");
        assertThat(plan.path("accreditations")).allSatisfy(grant -> assertThat(grant.path("msp").asText()).isEqualTo("RecyclerMSP"));
    }

    @Test
    void enrolledUsersAreInTheWalletInFabricsOwnFormat() throws IOException {
        put("organisations/CarrierOrg/users/carrier/msp/signcerts/cert.pem", "certificate");
        put("organisations/CarrierOrg/users/carrier/msp/keystore/key.pem", "key");

        new Wallet(topology, new Layout(data)).write();

        JsonNode entry = read("wallet/carrier.id");
        assertThat(entry.at("/credentials/privateKey").asText()).isEqualTo("key");
        assertThat(entry.path("mspId").asText()).isEqualTo("CarrierMSP");
        try (Stream<Path> entries = Files.list(data.resolve("wallet"))) {
            assertThat(entries).hasSize(1);
        }
    }

    private void write() throws IOException {
        roots();
        for (var each : topology.organisations()) {
            put("nodes/ca." + each.id() + "/ca-cert.pem", "root of " + each.name());
            put("nodes/ca." + each.id() + "/registrar.secret", "secret of " + each.id());
        }
        new ConnectionProfiles(site(), new Layout(data)).write();
    }

    private void roots() throws IOException {
        for (var each : topology.organisations()) {
            put("organisations/" + each.name() + "/msp/tlscacerts/tlsca.pem", "TLS root of " + each.name());
        }
        put("organisations/OrdererOrg/msp/tlscacerts/tlsca.pem", "TLS root of OrdererOrg");
    }

    private Site site() {
        return Site.of(topology, SiteKind.NATIVE, new Layout(data));
    }

    private void put(String file, String content) throws IOException {
        Path path = data.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private JsonNode read(String file) throws IOException {
        return JSON.readTree(data.resolve(file).toFile());
    }
}
