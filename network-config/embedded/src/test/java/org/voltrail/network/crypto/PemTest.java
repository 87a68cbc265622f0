package org.voltrail.network.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {
    private static final KeyPair KEYS = Ecdsa.newKeyPair();

    @Test
    void aPrivateKeyIsWrittenAsPkcs8AndReadBack() throws IOException {
        String pem = Pem.encode(KEYS.getPrivate());
        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("-----END PRIVATE KEY-----\n");
        assertThat(Pem.privateKey(pem.getBytes(StandardCharsets.US_ASCII)).getEncoded()).isEqualTo(KEYS.getPrivate().getEncoded());
    }

    @Test
    void aSec1PrivateKeyIsRead() throws IOException {
        ECPrivateKey sec1 = new ECPrivateKey(256, ((java.security.interfaces.ECPrivateKey) KEYS.getPrivate()).getS(), SECObjectIdentifiers.secp256r1);
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("EC PRIVATE KEY", sec1.getEncoded()));
        }
        PrivateKey read = Pem.privateKey(text.toString().getBytes(StandardCharsets.US_ASCII));
        assertThatNoException().isThrownBy(() -> MessageSigner.of(read, KEYS.getPublic()));
    }

    @Test
    void textWithoutABlockIsRefused() {
        assertThatThrownBy(() -> Pem.certificate("no certificate".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(PemFormatException.class).hasMessage("could not decode the PEM structure");
        assertThatThrownBy(() -> Pem.privateKey(new byte[0])).isInstanceOf(PemFormatException.class);
    }

    @Test
    void aPrivateFileIsForItsOwnerOnlyAndIsReplacedWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b/key.pem");
        DurableFiles.writePrivately(file, new byte[] {1});
        DurableFiles.writePrivately(file, new byte[] {2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }
}
