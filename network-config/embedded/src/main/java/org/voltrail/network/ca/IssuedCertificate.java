package org.voltrail.network.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.crypto.Pem;

/**
 * A certificate that an authority has issued.
 *
 * @param owner the enrolment id of its owner
 * @param serial its serial number, hexadecimal digits in lower case without leading zeros, as Fabric CA names certificates
 * @param aki its authority key identifier, in the same form
 * @param pem the certificate
 * @param expires when it ends
 * @param revokedAt when it was revoked, or null
 * @param reason RFC 5280's number of the reason; 0 where it is not revoked
 */
public record IssuedCertificate(
        String owner, String serial, String aki, String pem, Instant expires, @Nullable Instant revokedAt, int reason) {

    static IssuedCertificate of(String owner, X509Certificate certificate) {
        return new IssuedCertificate(owner, normalise(certificate.getSerialNumber().toString(16)), authorityKeyIdentifier(certificate),
                Pem.encode(certificate), certificate.getNotAfter().toInstant(), null, 0);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    IssuedCertificate asRevoked(Instant moment, int why) {
        return new IssuedCertificate(owner, serial, aki, pem, expires, moment, why);
    }

    BigInteger serialNumber() {
        return new BigInteger(serial, 16);
    }

    /** Serial numbers and key identifiers as Fabric CA compares them: lower case, no leading zeros, no colons. */
    static String normalise(String hexadecimal) {
        String digits = hexadecimal.toLowerCase(Locale.ROOT);
        int start = 0;
        while (start < digits.length() && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start).replace(":", "");
    }

    static String authorityKeyIdentifier(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.authorityKeyIdentifier.getId());
        if (extension == null) {
            return "";
        }
        try {
            byte[] id = AuthorityKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(extension)).getKeyIdentifierOctets();
            return id == null ? "" : normalise(HexFormat.of().formatHex(id));
        } catch (IOException e) {
            return "";
        }
    }
}
