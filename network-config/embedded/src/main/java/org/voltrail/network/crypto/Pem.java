package org.voltrail.network.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates, keys and revocation lists in PEM. */
public final class Pem {
    private static final String CERTIFICATE = "CERTIFICATE";

    private Pem() {}

    /**
     * The DER content of the first block, whatever its type; text before it is passed over.
     *
     * @throws PemFormatException when there is no block
     */
    public static byte[] firstBlock(byte[] pem) throws PemFormatException {
        try (PemReader reader = new PemReader(reader(pem))) {
            PemObject block = reader.readPemObject();
            if (block == null) {
                throw new PemFormatException("could not decode the PEM structure");
            }
            return block.getContent();
        } catch (PemFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new PemFormatException("could not decode the PEM structure", e);
        }
    }

    /**
     * The certificate in the first block.
     *
     * @throws PemFormatException when there is none
     */
    public static X509Certificate certificate(byte[] pem) throws PemFormatException {
        return certificateFromDer(firstBlock(pem));
    }

    /**
     * A certificate from its DER form.
     *
     * @throws PemFormatException when it is none
     */
    public static X509Certificate certificateFromDer(byte[] der) throws PemFormatException {
        try {
            return (X509Certificate) x509().generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new PemFormatException("parseCertificate failed: " + e.getMessage(), e);
        }
    }

    /**
     * A revocation list, from PEM or, as Fabric allows, plain DER.
     *
     * @throws PemFormatException when it is none
     */
    public static X509CRL revocationList(byte[] pemOrDer) throws PemFormatException {
        boolean isPem = new String(pemOrDer, StandardCharsets.ISO_8859_1).startsWith("-----BEGIN X509 CRL");
        byte[] der = isPem ? firstBlock(pemOrDer) : pemOrDer;
        try {
            return (X509CRL) x509().generateCRL(new ByteArrayInputStream(der));
        } catch (CRLException e) {
            throw new PemFormatException("could not parse RevocationList: " + e.getMessage(), e);
        }
    }

    /**
     * An unencrypted EC or Ed25519 private key, PKCS#8 or SEC1.
     *
     * @throws PemFormatException when there is none
     */
    public static PrivateKey privateKey(byte[] pem) throws PemFormatException {
        try (PEMParser parser = new PEMParser(reader(pem))) {
            PrivateKeyInfo info = keyInfo(parser.readObject());
            return keyFactory(info).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        } catch (PemFormatException e) {
            throw e;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new PemFormatException("not a private key in PEM", e);
        }
    }

    /** A certificate in PEM. */
    public static String encode(X509Certificate certificate) {
        try {
            return encode(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    /** A private key as PKCS#8 in PEM, not encrypted. */
    public static String encode(PrivateKey key) {
        return encode("PRIVATE KEY", key.getEncoded());
    }

    /** A revocation list in PEM. */
    public static String encode(X509CRL list) {
        try {
            return encode("X509 CRL", list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalArgumentException("a revocation list that cannot be encoded", e);
        }
    }

    private static String encode(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static PrivateKeyInfo keyInfo(Object parsed) throws PemFormatException {
        if (parsed instanceof PEMKeyPair pair) {
            return pair.getPrivateKeyInfo();
        }
        if (parsed instanceof PrivateKeyInfo info) {
            return info;
        }
        throw new PemFormatException("not a private key in PEM");
    }

    private static KeyFactory keyFactory(PrivateKeyInfo info) throws NoSuchAlgorithmException {
        boolean isEc = X9ObjectIdentifiers.id_ecPublicKey.equals(info.getPrivateKeyAlgorithm().getAlgorithm());
        return KeyFactory.getInstance(isEc ? "EC" : "Ed25519");
    }

    private static InputStreamReader reader(byte[] pem) {
        return new InputStreamReader(new ByteArrayInputStream(pem), StandardCharsets.ISO_8859_1);
    }

    private static CertificateFactory x509() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException("no X.509 in this runtime", e);
        }
    }
}
