package org.voltrail.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.client.testing.Certificates;

class FileWalletTest {
    @TempDir
    Path folder;

    private final LedgerIdentity clerk = Certificates.identity();
    private FileWallet wallet;

    @BeforeEach
    void open() {
        wallet = FileWallet.open(folder.resolve("deep").resolve("wallet"));
    }

    @Test
    void whatIsPutCanBeTakenOutAgain() {
        wallet.put("clerk@manufacturer", clerk);

        LedgerIdentity taken = wallet.get("clerk@manufacturer").orElseThrow();

        assertThat(taken.mspId()).isEqualTo("ManufacturerMSP");
        assertThat(taken.certificate()).isEqualTo(clerk.certificate());
        assertThat(taken.privateKey()).isEqualTo(clerk.privateKey());
        assertThat(wallet.labels()).containsExactly("clerk@manufacturer");
        assertThat(wallet.remove("clerk@manufacturer")).isTrue();
        assertThat(wallet.remove("clerk@manufacturer")).isFalse();
        assertThat(wallet.get("clerk@manufacturer")).isEmpty();
    }

    @Test
    void filesAndFolderAreTheOwnersAlone() throws IOException {
        wallet.put("clerk", clerk);
        wallet.put("clerk", clerk);

        Path walletFolder = folder.resolve("deep").resolve("wallet");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(walletFolder))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(walletFolder.resolve("clerk.id"))))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(walletFolder)) {
            assertThat(files).containsExactly(walletFolder.resolve("clerk.id"));
        }
    }

    @Test
    void theFileHasFabricsOwnFormat() throws IOException {
        wallet.put("clerk", clerk);

        JsonNode entry = new JsonMapper().readTree(folder.resolve("deep/wallet/clerk.id").toFile());

        assertThat(entry.path("version").intValue()).isEqualTo(1);
        assertThat(entry.path("type").textValue()).isEqualTo("X.509");
        assertThat(entry.path("mspId").textValue()).isEqualTo("ManufacturerMSP");
        assertThat(entry.path("credentials").path("certificate").textValue()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(entry.path("credentials").path("privateKey").textValue()).startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void aLabelCannotLeaveTheFolder() {
        for (String label : new String[] {"../x", "a/b", ".hidden", "", "x".repeat(101)}) {
            assertThatThrownBy(() -> wallet.put(label, clerk)).isInstanceOf(IdentityException.class);
            assertThatThrownBy(() -> wallet.get(label)).isInstanceOf(IdentityException.class);
        }
    }

    @Test
    void anIdentityWhoseKeyIsElsewhereCannotBeKept() {
        LedgerIdentity bare = LedgerIdentity.withoutKey("M", clerk.certificate());
        assertThatThrownBy(() -> wallet.put("bare", bare)).isInstanceOf(IdentityException.class);
    }

    @Test
    void aFileThatIsNoIdentityIsRefused() throws IOException {
        Files.writeString(folder.resolve("deep/wallet/odd.id"), "{\"type\":\"HSM-X.509\",\"version\":1}");
        assertThatThrownBy(() -> wallet.get("odd")).isInstanceOf(IdentityException.class).hasMessageContaining("X.509");
        Files.writeString(folder.resolve("deep/wallet/odd.id"), "not json");
        assertThatThrownBy(() -> wallet.get("odd")).isInstanceOf(IdentityException.class).hasMessageContaining("JSON");
    }

    @Test
    void aWalletInMemoryKeepsIdentitiesToo() {
        MemoryWallet memory = new MemoryWallet();
        memory.put("b", clerk);
        memory.put("a", clerk);
        assertThat(memory.labels()).containsExactly("a", "b");
        assertThat(memory.get("a")).contains(clerk);
        assertThat(memory.remove("a")).isTrue();
        assertThat(memory.get("a")).isEmpty();
    }
}
