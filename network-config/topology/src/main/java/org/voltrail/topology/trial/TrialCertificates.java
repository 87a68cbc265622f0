package org.voltrail.topology.trial;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.voltrail.topology.TopologyException;

/**
 * Issues certificates of cryptogen anew with the attributes that a Fabric CA would put in, signed with the key that cryptogen leaves
 * in a file. Key, name and validity stay.
 */
public final class TrialCertificates {
    /** Where Fabric CA's attributes are in a certificate. */
    static final ASN1ObjectIdentifier ATTRIBUTES = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");

    private final X509Certificate issuer;
    private final PrivateKey issuerKey;

    private TrialCertificates(X509Certificate issuer, PrivateKey issuerKey) {
        this.issuer = issuer;
        this.issuerKey = issuerKey;
    }

    /**
     * The authority whose certificate and key are in a folder, as cryptogen leaves them.
     *
     * @throws TopologyException if they are not there
     */
    public static TrialCertificates of(Path folder) {
        try {
            return new TrialCertificates(certificate(only(folder, ".pem")), key(only(folder, "_sk")));
        } catch (IOException | GeneralSecurityException e) {
            throw new TopologyException("Cannot read the authority in " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * Puts attributes into a user's certificate, unless it has some.
     *
     * @param file the certificate, PEM; replaced
     * @param user enrolment name
     * @param roles value of {@code voltrail.role}
     */
    public void putRoles(Path file, String user, List<String> roles) {
        try {
            X509Certificate certificate = certificate(file);
            if (certificate.getExtensionValue(ATTRIBUTES.getId()) == null) {
                write(file, withAttributes(certificate, attributes(user, roles)));
            }
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new TopologyException("Cannot put roles into " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] attributes(String user, List<String> roles) {
        var root = JsonNodeFactory.instance.objectNode();
        root.putObject("attrs")
                .put("hf.EnrollmentID", user)
                .put("hf.Type", "client")
                .put("voltrail.role", String.join(",", roles));
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private X509CertificateHolder withAttributes(X509Certificate old, byte[] attributes)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X509CertificateHolder template = new JcaX509CertificateHolder(old);
        ContentSigner signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey);
        X509CertificateHolder fresh;
        do {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(template);
            builder.setIssuer(new JcaX509CertificateHolder(issuer).getSubject());
            builder.addExtension(new Extension(ATTRIBUTES, false, attributes));
            fresh = builder.build(signer);
        } while (!hasLowS(fresh));
        return fresh;
    }

    /** Fabric wants the smaller of the two signatures that ECDSA allows; each signing gives either with even odds. */
    private boolean hasLowS(X509CertificateHolder certificate) {
        BigInteger s = ASN1Integer.getInstance(ASN1Sequence.getInstance(certificate.getSignature()).getObjectAt(1)).getValue();
        BigInteger order = ((ECPublicKey) issuer.getPublicKey()).getParams().getOrder();
        return s.compareTo(order.shiftRight(1)) <= 0;
    }

    private static void write(Path file, X509CertificateHolder certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static X509Certificate certificate(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file);
                PEMParser parser = new PEMParser(in)) {
            return new JcaPEMKeyConverter().getPrivateKey((PrivateKeyInfo) parser.readObject());
        }
    }

    private static Path only(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no file *" + ending));
        }
    }
}
