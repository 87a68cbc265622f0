package org.voltrail.network.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.cert.X509Extension;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.voltrail.network.crypto.EcdsaSignature;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.PemFormatException;

/** What an MSP needs to know of a certificate. */
final class Certificates {
    private Certificates() {}

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        return namesAsIssuer(certificate, authority) && isSignedWith(certificate, authority.getPublicKey());
    }

    static boolean isSelfSigned(X509Certificate certificate) {
        return isIssuedBy(certificate, certificate);
    }

    private static boolean namesAsIssuer(X509Certificate certificate, X509Certificate authority) {
        return Arrays.equals(certificate.getIssuerX500Principal().getEncoded(), authority.getSubjectX500Principal().getEncoded());
    }

    private static boolean isSignedWith(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The subject's organisational units, in order. */
    static List<String> organisationalUnits(X509Certificate certificate) {
        X500Name subject = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return Stream.of(subject.getRDNs()).flatMap(rdn -> Stream.of(rdn.getTypesAndValues()))
                .filter(attribute -> BCStyle.OU.equals(attribute.getType())).map(Certificates::text).toList();
    }

    private static String text(AttributeTypeAndValue attribute) {
        ASN1Encodable value = attribute.getValue();
        return value instanceof ASN1String string ? string.getString() : value.toString();
    }

    static Optional<byte[]> subjectKeyIdentifier(X509Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier.getId())
                .map(value -> SubjectKeyIdentifier.getInstance(value).getKeyIdentifier());
    }

    /** The key identifier of the authority that made a certificate or a revocation list. */
    static Optional<byte[]> authorityKeyIdentifier(X509Extension signed) {
        return extension(signed, Extension.authorityKeyIdentifier.getId())
                .map(value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets());
    }

    private static Optional<ASN1Primitive> extension(X509Extension signed, String oid) {
        byte[] value = signed.getExtensionValue(oid);
        try {
            return value == null ? Optional.empty() : Optional.of(JcaX509ExtensionUtils.parseExtensionValue(value));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The same certificate with its authority's signature in low S, so that the two forms of a signature are one identity.
     *
     * @throws MspException when the signature is not an ECDSA signature in DER though its algorithm says so
     */
    static X509Certificate withLowS(X509Certificate certificate, PublicKey authorityKey) throws MspException {
        if (!(authorityKey instanceof ECPublicKey key)) {
            return certificate;
        }
        byte[] low = lowS(certificate.getSignature(), key.getParams().getOrder());
        return Arrays.equals(low, certificate.getSignature()) ? certificate : withSignature(certificate, low);
    }

    private static byte[] lowS(byte[] signature, BigInteger order) throws MspException {
        return EcdsaSignature.parse(signature).map(parsed -> parsed.toLow(order).encode())
                .orElseThrow(() -> new MspException("failed unmashalling signature"));
    }

    private static X509Certificate withSignature(X509Certificate certificate, byte[] signature) throws MspException {
        Certificate structure = Certificate.getInstance(der(certificate));
        try {
            byte[] changed = new DERSequence(new ASN1Encodable[] {
                structure.getTBSCertificate(), structure.getSignatureAlgorithm(), new DERBitString(signature)
            }).getEncoded();
            return Pem.certificateFromDer(changed);
        } catch (PemFormatException e) {
            throw new MspException(e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
    }
}
