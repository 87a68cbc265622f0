package org.voltrail.topology.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCertificatesTest {
    @TempDir
    private Path folder;

    private Path certificate = Path.of("");
    private KeyPair authority = newKeys();

    @BeforeEach
    void makeWhatCryptogenMakes() throws Exception {
        authority = newKeys();
        Files.createDirectories(folder.resolve("ca"));
        write(folder.resolve("ca/ca-cert.pem"), issue(authority, "CN=ca"));
        write(folder.resolve("ca/priv_sk"), new JcaPKCS8Generator(authority.getPrivate(), null).generate());
        certificate = folder.resolve("cert.pem");
        write(certificate, issue(newKeys(), "CN=User1,OU=client"));
    }

    @Test
    void aCertificateGetsRolesAndKeepsItsKeyAndName() throws Exception {
        X509Certificate before = read();

        TrialCertificates.of(folder.resolve("ca")).putRoles(certificate, "recycler", List.of("recycler", "tester"));

        X509Certificate after = read();
        after.verify(authority.getPublic());
        assertThat(after.getPublicKey()).isEqualTo(before.getPublicKey());
        assertThat(after.getSubjectX500Principal()).isEqualTo(before.getSubjectX500Principal());
        assertThat(attributes(after)).contains("\"voltrail.role\":\"recycler,tester\"").contains("\"hf.EnrollmentID\":\"recycler\"");
    }

    @Test
    void aCertificateThatHasRolesIsLeftAlone() throws Exception {
        TrialCertificates.of(folder.resolve("ca")).putRoles(certificate, "recycler", List.of("recycler"));
        byte[] first = Files.readAllBytes(certificate);

        TrialCertificates.of(folder.resolve("ca")).putRoles(certificate, "recycler", List.of("tester"));

        assertThat(Files.readAllBytes(certificate)).isEqualTo(first);
    }

    private static String attributes(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(TrialCertificates.ATTRIBUTES.getId());
        return new String(ASN1OctetString.getInstance(value).getOctets(), StandardCharsets.UTF_8);
    }

    private X509CertificateHolder issue(KeyPair subject, String name) throws Exception {
        return new JcaX509v3CertificateBuilder(
                        new X500Name("CN=ca"), BigInteger.ONE, Date.from(Instant.EPOCH), Date.from(Instant.parse("2099-01-01T00:00:00Z")),
                        new X500Name(name), subject.getPublic())
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        Files.writeString(file, text.toString());
    }

    private X509Certificate read() throws Exception {
        try (InputStream in = Files.newInputStream(certificate)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
