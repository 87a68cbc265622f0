package org.voltrail.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.CommandLineFixture;
import org.voltrail.client.identity.Pem;

class IdentityCommandTest {

    @TempDir
    private Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void fixture() throws IOException {
        line = new CommandLineFixture(folder);
    }

    @Test
    void aListNamesOrganisationAndEndOfEachCertificateButNoKey() {
        assertThat(line.run("identity", "list", "--json")).isZero();
        assertThat(line.out()).contains("\"mspId\":\"ManufacturerMSP\"").contains("\"expires\":\"2099-01-01T00:00:00Z\"").doesNotContain("PRIVATE");
    }

    @Test
    void anIdentityGoesThroughPkcs12Unchanged() {
        Path file = folder.resolve("clerk.p12");
        assertThat(line.run("identity", "export", "clerk", "--p12", file.toString(), "--password=secret")).isZero();
        assertThat(line.run("identity", "import", "--label", "copy", "--msp", "ManufacturerMSP", "--p12", file.toString(), "--password=secret"))
                .isZero();
        assertThat(line.run("identity", "list")).isZero();
        assertThat(line.out()).contains("copy");
    }

    @Test
    void aWrongPasswordIsExplained() {
        Path file = folder.resolve("clerk.p12");
        line.run("identity", "export", "clerk", "--p12", file.toString(), "--password=secret");
        assertThat(line.run("identity", "import", "--label", "copy", "--msp", "M", "--p12", file.toString(), "--password=wrong")).isEqualTo(5);
        assertThat(line.err()).contains("password");
    }

    @Test
    void anIdentityIsReadFromPemFiles() throws IOException {
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        Files.writeString(certificate, CommandLineFixture.MANUFACTURER.certificatePem());
        Files.writeString(key, Pem.write(CommandLineFixture.MANUFACTURER.privateKey().orElseThrow()));
        assertThat(line.run("identity", "import", "--label", "pem", "--msp", "ManufacturerMSP",
                "--certificate", certificate.toString(), "--key", key.toString())).isZero();
    }

    @Test
    void aRemovedIdentityIsGone() {
        assertThat(line.run("identity", "remove", "clerk")).isZero();
        assertThat(line.run("identity", "remove", "clerk")).isEqualTo(5);
    }

    @Test
    void enrolmentWithoutAnAuthorityInTheProfileIsExplained() {
        assertThat(line.run("identity", "enrol", "--org", "ManufacturerOrg")).isEqualTo(5);
        assertThat(line.err()).contains("certificateAuthorities");
    }

    @Test
    void anUnknownOrganisationIsAnsweredWithTheKnownOnes() {
        assertThat(line.run("identity", "enrol", "--org", "Nobody")).isEqualTo(5);
        assertThat(line.err()).contains("\"Nobody\"").contains("ManufacturerOrg");
    }
}
