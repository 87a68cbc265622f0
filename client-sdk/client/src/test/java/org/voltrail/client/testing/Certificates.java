package org.voltrail.client.testing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;

/** Certificates for tests, each signed with its own key. */
public final class Certificates {
    private static final KeyPair KEYS = KeyPairs.generate();

    private Certificates() {}

    public static LedgerIdentity identity() {
        return LedgerIdentity.of("ManufacturerMSP", certificate(KEYS, "clerk", Duration.ofDays(365), ""), KEYS.getPrivate());
    }

    public static X509Certificate certificate(KeyPair keys, String name, Duration validity, String attributes) {
        try {
            X500Name subject = new X500Name("CN=" + name + ",OU=client");
            Instant now = Instant.now();
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    subject, BigInteger.valueOf(0xabcdefL), Date.from(now.minusSeconds(60)), Date.from(now.plus(validity)), subject,
                    keys.getPublic());
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(keys.getPublic()));
            if (!attributes.isEmpty()) {
                builder.addExtension(new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1"), false, attributes.getBytes());
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
