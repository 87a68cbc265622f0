package org.voltrail.client.enrolment;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.voltrail.client.identity.IdentityException;

/**
 * What to revoke: all certificates of a member, who can then enrol no more, or one certificate.
 *
 * @param member enrolment name; empty if one certificate is meant
 * @param serial serial number of the certificate, hexadecimal; empty if a member is meant
 * @param authorityKeyId authority key identifier of the certificate, hexadecimal; empty if a member is meant
 * @param reason why
 */
public record Revocation(String member, String serial, String authorityKeyId, RevocationReason reason) {
    /** All certificates of a member, and the member. */
    public static Revocation ofMember(String name, RevocationReason reason) {
        return new Revocation(name, "", "", reason);
    }

    /**
     * One certificate.
     *
     * @throws IdentityException if it has no authority key identifier
     */
    public static Revocation of(X509Certificate certificate, RevocationReason reason) {
        return new Revocation("", certificate.getSerialNumber().toString(16), authorityKeyId(certificate), reason);
    }

    private static String authorityKeyId(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) {
            throw new IdentityException("The certificate has no authority key identifier: revoke the member instead");
        }
        byte[] content = ASN1OctetString.getInstance(extension).getOctets();
        return HexFormat.of().formatHex(AuthorityKeyIdentifier.getInstance(content).getKeyIdentifierOctets());
    }
}
