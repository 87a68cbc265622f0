package org.voltrail.scenarios;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.voltrail.client.identity.LedgerIdentity;

/** Certificates that no authority of the network has issued. */
final class ForeignCertificates {
    private ForeignCertificates() {}

    /** Claims to be somebody: same names, same serial number, but signed with its own key. */
    static LedgerIdentity selfSigned(LedgerIdentity like, KeyPair keys) {
        X509Certificate model = like.certificate();
        X500Name issuer = X500Name.getInstance(model.getIssuerX500Principal().getEncoded());
        X500Name subject = X500Name.getInstance(model.getSubjectX500Principal().getEncoded());
        Instant now = Instant.now();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer, model.getSerialNumber(), Date.from(now.minus(Duration.ofHours(1))), Date.from(now.plus(Duration.ofDays(1))),
                    subject, keys.getPublic());
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            return LedgerIdentity.of(like.mspId(), certificate, keys.getPrivate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
