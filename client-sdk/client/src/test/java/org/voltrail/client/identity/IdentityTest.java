package org.voltrail.client.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.voltrail.client.testing.Certificates;

class IdentityTest {
    private static final KeyPair KEYS = KeyPairs.generate();
    private static final X509Certificate CERTIFICATE = Certificates.certificate(
            KEYS, "clerk", Duration.ofDays(30), "{\"attrs\":{\"hf.Type\":\"client\",\"voltrail.role\":\"manufacturer,tester\"}}");
    private static final LedgerIdentity CLERK = LedgerIdentity.of("ManufacturerMSP", CERTIFICATE, KEYS.getPrivate());

    @Test
    void anIdentityKnowsItsNameItsAttributesAndItsEnd() {
        assertThat(CLERK.name()).isEqualTo("clerk");
        assertThat(CLERK.attributes()).isEqualTo(Map.of("hf.Type", "client", "voltrail.role", "manufacturer,tester"));
        Instant now = Instant.now();
        assertThat(CLERK.expiresWithin(Duration.ofDays(29), now)).isFalse();
        assertThat(CLERK.expiresWithin(Duration.ofDays(31), now)).isTrue();
        assertThat(CLERK.toString()).contains("clerk", "ManufacturerMSP").doesNotContain("PrivateKey");
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsRefused() {
        KeyPair other = KeyPairs.generate();
        assertThatThrownBy(() -> LedgerIdentity.of("M", CERTIFICATE, other.getPrivate()))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("does not belong");
    }

    @Test
    void anRsaKeyIsRefused() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThatThrownBy(() -> LedgerIdentity.of("M", CERTIFICATE, rsa.getPrivate()))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("elliptic-curve");
    }

    @Test
    void anIdentityWithoutAKeyDoesNotSign() {
        LedgerIdentity bare = LedgerIdentity.withoutKey("M", CERTIFICATE);
        assertThat(bare.privateKey()).isEmpty();
        assertThatThrownBy(() -> bare.sign(new byte[32])).isInstanceOf(IdentityException.class).hasMessageContaining("off-line");
    }

    @Property(tries = 200)
    void signaturesHoldAndHaveALowS(@ForAll byte[] message) throws Exception {
        byte[] signature = CLERK.sign(MessageDigest.getInstance("SHA-256").digest(message));

        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(CERTIFICATE.getPublicKey());
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
        BigInteger order = ((ECPublicKey) CERTIFICATE.getPublicKey()).getParams().getOrder();
        assertThat(StandardDSAEncoding.INSTANCE.decode(order, signature)[1]).isLessThanOrEqualTo(order.shiftRight(1));
    }

    @Test
    void keysAndCertificatesSurvivePem() {
        assertThat(Pem.privateKey(Pem.write(KEYS.getPrivate()))).isEqualTo(KEYS.getPrivate());
        assertThat(Pem.certificate(CLERK.certificatePem())).isEqualTo(CERTIFICATE);
        assertThat(Pem.certificates(CLERK.certificatePem().repeat(3))).hasSize(3);
    }

    @Test
    void aKeyOfTheOlderFormIsRead() throws Exception {
        BigInteger secret = ((ECPrivateKey) KEYS.getPrivate()).getS();
        byte[] sec1 = new org.bouncycastle.asn1.sec.ECPrivateKey(256, secret, SECObjectIdentifiers.secp256r1).getEncoded();

        PrivateKey read = Pem.privateKey(Pem.write("EC PRIVATE KEY", sec1));

        assertThat(((ECPrivateKey) read).getS()).isEqualTo(secret);
        assertThat(LedgerIdentity.of("M", CERTIFICATE, read).name()).isEqualTo("clerk");
    }

    @Test
    void anEncryptedKeyNeedsItsPassword() throws Exception {
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(new JcaPKCS8Generator(KEYS.getPrivate(), new JceOpenSSLPKCS8EncryptorBuilder(
                    PKCS8Generator.AES_256_CBC).setProvider(new BouncyCastleProvider()).setPassword("secret".toCharArray()).build()));
        }
        assertThat(Pem.privateKey(pem.toString(), "secret".toCharArray()).getEncoded()).isNotEmpty();
        assertThatThrownBy(() -> Pem.privateKey(pem.toString())).hasMessageContaining("password is needed");
        assertThatThrownBy(() -> Pem.privateKey(pem.toString(), "wrong".toCharArray())).isInstanceOf(IdentityException.class);
    }

    @Test
    void textThatHoldsNothingIsRefused() {
        assertThatThrownBy(() -> Pem.certificate("")).isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> Pem.certificate("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"))
                .isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> Pem.privateKey(CLERK.certificatePem())).hasMessageContaining("no private key");
    }

    @Test
    void anIdentitySurvivesPkcs12() {
        byte[] content = Pkcs12.write(CLERK, List.of(), "secret".toCharArray());

        LedgerIdentity read = Pkcs12.read(content, "secret".toCharArray(), "ManufacturerMSP");

        assertThat(read.certificate()).isEqualTo(CERTIFICATE);
        assertThat(read.privateKey()).isPresent();
        assertThatThrownBy(() -> Pkcs12.read(content, "wrong".toCharArray(), "M"))
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining("password");
    }

    @Test
    void aCertificateRequestNamesItsOwnerAndHostsAndIsSigned() throws Exception {
        String pem = CertificateRequest.create(KEYS, "peer0", List.of("localhost", "127.0.0.1", "::1"));

        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            PKCS10CertificationRequest request = (PKCS10CertificationRequest) parser.readObject();
            assertThat(request.getSubject()).hasToString("CN=peer0");
            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(KEYS.getPublic()))).isTrue();
            Extensions extensions = Extensions.getInstance(
                    request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)[0].getAttributeValues()[0]);
            assertThat(GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName).getNames())
                    .extracting(GeneralName::getTagNo)
                    .containsExactly(GeneralName.dNSName, GeneralName.iPAddress, GeneralName.iPAddress);
        }
    }
}
