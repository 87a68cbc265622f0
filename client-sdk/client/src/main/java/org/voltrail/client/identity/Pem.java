package org.voltrail.client.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Certificates and keys as PEM text. */
public final class Pem {
    private Pem() {}

    /**
     * The first certificate in a text.
     *
     * @throws IdentityException if there is none
     */
    public static X509Certificate certificate(String pem) {
        return certificates(pem).get(0);
    }

    /**
     * All certificates in a text, in its order.
     *
     * @throws IdentityException if there is none
     */
    public static List<X509Certificate> certificates(String pem) {
        try {
            List<X509Certificate> certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (certificates.isEmpty()) {
                throw new IdentityException("There is no certificate in the PEM text");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IdentityException("No certificate can be read from the PEM text: " + e.getMessage(), e);
        }
    }

    /**
     * A private key: PKCS#8 ({@code BEGIN PRIVATE KEY}) or SEC 1 ({@code BEGIN EC PRIVATE KEY}).
     *
     * @throws IdentityException if there is none, or if it is encrypted
     */
    public static PrivateKey privateKey(String pem) {
        return readKey(pem, new char[0]);
    }

    /**
     * A private key, PKCS#8 encrypted with a password ({@code BEGIN ENCRYPTED PRIVATE KEY}) or not encrypted.
     *
     * @throws IdentityException if there is none, or the password is wrong
     */
    public static PrivateKey privateKey(String pem, char[] password) {
        return readKey(pem, password);
    }

    /** A certificate as text. */
    public static String write(X509Certificate certificate) {
        try {
            return write("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IdentityException("The certificate has no encoding: " + e.getMessage(), e);
        }
    }

    /**
     * A private key as text, PKCS#8, not encrypted.
     *
     * @throws IdentityException if the key does not show itself
     */
    public static String write(PrivateKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded == null) {
            throw new IdentityException("The private key cannot be exported");
        }
        return write("PRIVATE KEY", encoded);
    }

    static String write(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IdentityException("No PEM can be written: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private static PrivateKey readKey(String pem, char[] password) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PEMKeyPair pair) {
                    return convert(pair.getPrivateKeyInfo());
                } else if (object instanceof PrivateKeyInfo info) {
                    return convert(info);
                } else if (object instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
                    return convert(decrypt(encrypted, password));
                }
            }
            throw new IdentityException("There is no private key in the PEM text");
        } catch (IOException e) {
            throw new IdentityException("No private key can be read from the PEM text: " + e.getMessage(), e);
        }
    }

    private static PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted, char[] password) {
        if (password.length == 0) {
            throw new IdentityException("The private key is encrypted: its password is needed");
        }
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(password));
        } catch (PKCSException | OperatorCreationException e) {
            throw new IdentityException("The private key cannot be decrypted: is the password right?", e);
        }
    }

    private static PrivateKey convert(PrivateKeyInfo info) throws IOException {
        return new JcaPEMKeyConverter().getPrivateKey(info);
    }
}
