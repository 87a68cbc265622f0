package org.voltrail.client.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.client.testing.Certificates;

class ConnectionProfileTest {
    @TempDir
    Path folder;

    private final String pem = Certificates.identity().certificatePem();

    private String yaml;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("tls.pem"), pem + pem);
        yaml = """
                name: test
                client: {organization: ManufacturerOrg}
                channels: {voltrail: {}}
                organizations:
                  ManufacturerOrg:
                    mspid: ManufacturerMSP
                    peers: [peer0.manufacturer.example.org, peer1.manufacturer.example.org]
                    certificateAuthorities: [ca]
                  CarrierOrg: {mspid: CarrierMSP}
                peers:
                  peer0.manufacturer.example.org:
                    url: grpcs://localhost:7051
                    tlsCACerts: {path: tls.pem}
                    grpcOptions:
                      ssl-target-name-override: peer0.manufacturer.example.org
                      grpc.keepalive_time_ms: 600000
                  peer1.manufacturer.example.org:
                    url: grpc://127.0.0.1:7061
                certificateAuthorities:
                  ca:
                    url: https://localhost:7054
                    caName: ca-manufacturer
                    tlsCACerts: {pem: ["PEM"]}
                    registrar: [{enrollId: admin, enrollSecret: adminpw}]
                """
                .replace("PEM", pem.replace("\n", "\\n"));
    }

    @Test
    void aProfileInYamlIsRead() {
        ConnectionProfile profile = ConnectionProfile.parse(yaml, folder);

        assertThat(profile.name()).isEqualTo("test");
        assertThat(profile.clientOrganisation()).isEqualTo("ManufacturerOrg");
        assertThat(profile.channels()).containsExactly("voltrail");
        Organisation organisation = profile.organisationOfMsp("ManufacturerMSP");
        Peer first = profile.peersOf(organisation).get(0);
        assertThat(first.url()).isEqualTo("grpcs://localhost:7051");
        assertThat(first.override()).contains("peer0.manufacturer.example.org");
        assertThat(first.trustedCertificates()).hasSize(2);
        assertThat(first.keepAlive()).isEqualTo(Duration.ofMinutes(10));
        Peer second = profile.peersOf(organisation).get(1);
        assertThat(second.tls()).isFalse();
        assertThat(second.maxMessageBytes()).isEqualTo(Peer.DEFAULT_MAX_MESSAGE_BYTES);
        CertificateAuthority authority = profile.certificateAuthorityOf(organisation);
        assertThat(authority.url()).isEqualTo(URI.create("https://localhost:7054"));
        assertThat(authority.caName()).isEqualTo("ca-manufacturer");
        assertThat(authority.trustedCertificates()).hasSize(1);
        assertThat(authority.registrar()).isEqualTo(new CertificateAuthority.Registrar("admin", "adminpw"));
        assertThat(authority.toString()).doesNotContain("adminpw");
    }

    @Test
    void aProfileInJsonIsRead() throws IOException {
        Path file = folder.resolve("profile.json");
        Files.writeString(file, """
                {"name": "test", "version": "1.0.0",
                 "organizations": {"ManufacturerOrg": {"mspid": "ManufacturerMSP", "peers": ["peer0"]}},
                 "peers": {"peer0": {"url": "grpcs://localhost:7051", "tlsCACerts": {"path": "tls.pem"}}}}
                """);

        ConnectionProfile profile = ConnectionProfile.load(file);

        assertThat(profile.peersOf(profile.organisation("ManufacturerOrg"))).hasSize(1);
    }

    @Test
    void complaintsNameTheField() {
        complains("organizations.ManufacturerOrg.mspid", "is missing", "mspid: ManufacturerMSP", "other: x");
        complains("organizations.ManufacturerOrg.peers[1]", "not defined in peers", "peer1.manufacturer.example.org]", "peer9]");
        complains("peers.peer0.manufacturer.example.org.url", "grpcs://host:port", "grpcs://localhost:7051", "localhost:7051");
        complains("peers.peer0.manufacturer.example.org.url", "needs a port", "grpcs://localhost:7051", "grpcs://localhost");
        complains("peers.peer0.manufacturer.example.org.tlsCACerts", "needs pem or path", "path: tls.pem", "file: tls.pem");
        complains("peers.peer0.manufacturer.example.org.tlsCACerts.path", "cannot read", "tls.pem", "none.pem");
        complains("peers.peer0.manufacturer.example.org.grpcOptions.grpc.keepalive_time_ms", "whole number", "600000", "soon");
        complains("certificateAuthorities.ca.tlsCACerts.pem", "no certificate", "pem: [", "pem: [\"none\"], x: [");
        complains("certificateAuthorities.ca.url", "https://host:port", "https://localhost:7054", "ldap://localhost:7054");
        complains("client.organization", "not defined in organizations", "organization: ManufacturerOrg", "organization: Nobody");
        complains("", "no JSON or YAML", "name: test", "name: [");
    }

    private void complains(String field, String message, String from, String to) {
        ProfileException failure = catchThrowableOfType(
                ProfileException.class, () -> ConnectionProfile.parse(yaml.replace(from, to), folder));
        assertThat(failure).hasMessageContaining(message);
        assertThat(failure.field()).isEqualTo(field);
    }

    @Test
    void whatIsMissingIsToldTogetherWithWhatIsThere() {
        ConnectionProfile profile = ConnectionProfile.parse(yaml, folder);

        assertThat(catchThrowableOfType(ProfileException.class, () -> profile.organisationOfMsp("RecyclerMSP")))
                .hasMessageContaining("ManufacturerMSP");
        assertThat(catchThrowableOfType(ProfileException.class, () -> profile.organisation("RecyclerOrg")))
                .hasMessageContaining("ManufacturerOrg");
        Organisation carrier = profile.organisation("CarrierOrg");
        assertThat(catchThrowableOfType(ProfileException.class, () -> profile.peersOf(carrier)).field())
                .isEqualTo("organizations.CarrierOrg.peers");
        assertThat(catchThrowableOfType(ProfileException.class, () -> profile.certificateAuthorityOf(carrier)).field())
                .isEqualTo("organizations.CarrierOrg.certificateAuthorities");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(catchThrowableOfType(ProfileException.class, () -> ConnectionProfile.load(folder.resolve("none.yaml"))))
                .hasMessageContaining("none.yaml");
    }

    @Test
    void aFileThatHoldsNoObjectIsRefused() {
        assertThat(catchThrowableOfType(ProfileException.class, () -> ConnectionProfile.parse("just words", folder)))
                .hasMessageContaining("no JSON or YAML object");
        assertThat(catchThrowableOfType(ProfileException.class, () -> ConnectionProfile.parse("", folder)))
                .hasMessageContaining("no JSON or YAML object");
        assertThat(catchThrowableOfType(ProfileException.class, () -> ConnectionProfile.parse("name: x", folder)).field())
                .isEqualTo("organizations");
    }
}
