package org.voltrail.network.ca;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** Certificate signing requests, read and checked. */
final class CertificateRequests {
    private static final Map<ASN1ObjectIdentifier, Integer> LONGEST = Map.of(
            BCStyle.CN, 64, BCStyle.SERIALNUMBER, 64, BCStyle.OU, 64, BCStyle.O, 64, BCStyle.C, 2, BCStyle.L, 128, BCStyle.ST, 128);

    private CertificateRequests() {}

    /** A request whose signature holds. */
    static JcaPKCS10CertificationRequest read(String pem) throws CaException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            if (parser.readObject() instanceof PKCS10CertificationRequest request) {
                return verified(new JcaPKCS10CertificationRequest(request));
            }
        } catch (IOException | RuntimeException e) {
            throw bad("CSR Decode failed");
        }
        throw bad("CSR Decode failed");
    }

    private static JcaPKCS10CertificationRequest verified(JcaPKCS10CertificationRequest request) throws CaException {
        try {
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key(request)))) {
                throw bad("the signature on the CSR is wrong");
            }
            requireReadableExtensions(request);
            return request;
        } catch (OperatorCreationException | PKCSException e) {
            throw bad("the signature on the CSR cannot be verified");
        }
    }

    /** Reading the extensions now makes malformed ones the request's fault. */
    private static void requireReadableExtensions(JcaPKCS10CertificationRequest request) {
        hosts(request);
        isForAuthority(request);
    }

    /** The request's key, which must be one that members of a channel can sign with. */
    static PublicKey key(JcaPKCS10CertificationRequest request) throws CaException {
        try {
            PublicKey key = request.getPublicKey();
            if (key instanceof ECPublicKey) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw bad("the key in the CSR cannot be read");
        }
        throw bad("the key in the CSR must be an EC key");
    }

    static String commonName(JcaPKCS10CertificationRequest request) {
        RDN[] names = request.getSubject().getRDNs(BCStyle.CN);
        return names.length == 0 ? "" : text(names[0].getFirst());
    }

    static void requireLengths(JcaPKCS10CertificationRequest request) throws CaException {
        for (RDN rdn : request.getSubject().getRDNs()) {
            for (AttributeTypeAndValue attribute : rdn.getTypesAndValues()) {
                requireLength(attribute);
            }
        }
    }

    private static void requireLength(AttributeTypeAndValue attribute) throws CaException {
        int longest = LONGEST.getOrDefault(attribute.getType(), Integer.MAX_VALUE);
        if (text(attribute).length() > longest) {
            throw CaException.of(400, CaErrorCode.CSR_INPUT, "CSR input validation failed: The %s '%s' exceeds the maximum character limit of %d"
                    .formatted(BCStyle.INSTANCE.oidToDisplayName(attribute.getType()), text(attribute), longest));
        }
    }

    /** The subject to be certified: the request's, its organisational units replaced by the identity's type and affiliation. */
    static X500Name subject(JcaPKCS10CertificationRequest request, RegisteredIdentity identity) {
        X500NameBuilder subject = new X500NameBuilder(BCStyle.INSTANCE);
        for (RDN rdn : request.getSubject().getRDNs()) {
            Stream.of(rdn.getTypesAndValues()).filter(CertificateRequests::isKept).forEach(kept -> subject.addRDN(kept));
        }
        subject.addRDN(BCStyle.OU, identity.type());
        Stream.of(identity.affiliation().split("\\.")).filter(part -> !part.isEmpty()).forEach(part -> subject.addRDN(BCStyle.OU, part));
        return subject.addRDN(BCStyle.CN, identity.id()).build();
    }

    private static boolean isKept(AttributeTypeAndValue attribute) {
        return List.of(BCStyle.C, BCStyle.ST, BCStyle.L, BCStyle.O, BCStyle.SERIALNUMBER).contains(attribute.getType());
    }

    static boolean isForAuthority(JcaPKCS10CertificationRequest request) {
        return extensions(request).map(BasicConstraints::fromExtensions).filter(BasicConstraints::isCA).isPresent();
    }

    /** The hosts that the request names. */
    static List<String> hosts(JcaPKCS10CertificationRequest request) {
        return extensions(request).map(e -> GeneralNames.fromExtensions(e, Extension.subjectAlternativeName)).stream()
                .flatMap(names -> Stream.of(names.getNames())).flatMap(name -> Hosts.text(name).stream()).toList();
    }

    private static Optional<Extensions> extensions(JcaPKCS10CertificationRequest request) {
        return Optional.ofNullable(request.getRequestedExtensions());
    }

    private static String text(AttributeTypeAndValue attribute) {
        return attribute.getValue() instanceof ASN1String string ? string.getString() : attribute.getValue().toString();
    }

    private static CaException bad(String message) {
        return CaException.of(400, CaErrorCode.BAD_CSR, message);
    }
}
