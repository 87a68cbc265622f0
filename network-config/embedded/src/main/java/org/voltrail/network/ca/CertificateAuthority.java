package org.voltrail.network.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.MessageSigner;
import org.voltrail.network.crypto.Pem;

/** A root authority with its key: issues certificates and revocation lists, all signed with low S. Thread-safe; remembers nothing of what it issued. */
public final class CertificateAuthority {
    private static final Duration BACKDATED = Duration.ofMinutes(5);
    private static final int SERIAL_NUMBER_BITS = 159;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final X509Certificate certificate;
    private final LowSContentSigner.Factory signers;
    private final Clock clock;

    private CertificateAuthority(X509Certificate certificate, MessageSigner signer, Clock clock) {
        this.certificate = certificate;
        this.signers = () -> new LowSContentSigner(signer);
        this.clock = clock;
    }

    /** A new authority and its private key, which is for the one who keeps it to write down. */
    public record NewAuthority(CertificateAuthority authority, PrivateKey key) {}

    /** A new root authority with a new P-256 key. */
    public static NewAuthority create(String commonName, String organisation, Duration validity, Clock clock) {
        KeyPair keys = Ecdsa.newKeyPair();
        X500Name name = Subjects.ofAuthority(commonName, organisation);
        Instant begin = clock.instant().minus(BACKDATED);
        try {
            MessageSigner signer = MessageSigner.of(keys.getPrivate(), keys.getPublic());
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name, newSerialNumber(), Date.from(begin), Date.from(begin.plus(validity)), name, keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment | KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth}));
            builder.addExtension(Extension.subjectKeyIdentifier, false, extensions().createSubjectKeyIdentifier(keys.getPublic()));
            X509Certificate certificate = Pem.certificateFromDer(builder.build(new LowSContentSigner(signer)).getEncoded());
            return new NewAuthority(new CertificateAuthority(certificate, signer, clock), keys.getPrivate());
        } catch (IOException | InvalidKeyException e) {
            throw new IllegalStateException("making a root certificate failed", e);
        }
    }

    /**
     * An authority from its certificate and key.
     *
     * @throws InvalidKeyException when the key does not belong to the certificate
     */
    public static CertificateAuthority of(X509Certificate certificate, PrivateKey key, Clock clock) throws InvalidKeyException {
        return new CertificateAuthority(certificate, MessageSigner.of(key, certificate.getPublicKey()), clock);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Issues a certificate, valid from five minutes ago. */
    public X509Certificate issue(CertificateSpec spec) {
        Instant begin = clock.instant().minus(BACKDATED);
        Date end = earlier(Date.from(clock.instant().plus(spec.validity())), certificate.getNotAfter());
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate, newSerialNumber(), Date.from(begin), end, spec.subject(), spec.key());
        try {
            addExtensions(builder, spec);
            return Pem.certificateFromDer(builder.build(signers.newSigner()).getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("making a certificate failed", e);
        }
    }

    private void addExtensions(X509v3CertificateBuilder builder, CertificateSpec spec) throws IOException {
        boolean tls = spec.usage() == CertificateSpec.Usage.TLS;
        builder.addExtension(Extension.keyUsage, true,
                new KeyUsage(tls ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment : KeyUsage.digitalSignature));
        if (tls) {
            builder.addExtension(Extension.extendedKeyUsage, false,
                    new ExtendedKeyUsage(new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth}));
        }
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.subjectKeyIdentifier, false, extensions().createSubjectKeyIdentifier(spec.key()));
        builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier());
        if (!spec.hosts().isEmpty()) {
            builder.addExtension(Extension.subjectAlternativeName, false, Hosts.names(spec.hosts()));
        }
        if (!spec.attributes().isEmpty()) {
            builder.addExtension(FabricAttributes.OID, false, FabricAttributes.encode(spec.attributes()));
        }
    }

    /**
     * A revocation list over these certificates.
     *
     * @param validity until the next list is promised
     */
    public X509CRL revocationList(Collection<Revocation> revocations, Duration validity) {
        Instant now = clock.instant();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(authorityName(), Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(validity)));
        revocations.forEach(r -> builder.addCRLEntry(r.serialNumber(), Date.from(r.time()), r.reason()));
        try {
            builder.addExtension(Extension.authorityKeyIdentifier, false, authorityKeyIdentifier());
            X509CRLHolder list = builder.build(signers.newSigner());
            return Pem.revocationList(list.getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("making a revocation list failed", e);
        }
    }

    private X500Name authorityName() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    /** This authority's own subject key identifier, however it was computed: what it signs is found by it. */
    private AuthorityKeyIdentifier authorityKeyIdentifier() throws IOException {
        byte[] extension = certificate.getExtensionValue(Extension.subjectKeyIdentifier.getId());
        return new AuthorityKeyIdentifier(
                SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension)).getKeyIdentifier());
    }

    private static Date earlier(Date one, Date other) {
        return one.before(other) ? one : other;
    }

    private static BigInteger newSerialNumber() {
        return new BigInteger(SERIAL_NUMBER_BITS, RANDOM).add(BigInteger.ONE);
    }

    private static JcaX509ExtensionUtils extensions() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-1 in this runtime", e);
        }
    }

    /** A certificate that is no longer to be trusted. {@code reason} is RFC 5280's number. */
    public record Revocation(BigInteger serialNumber, Instant time, int reason) {}
}
