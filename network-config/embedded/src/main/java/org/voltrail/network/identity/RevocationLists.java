package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.PemFormatException;

/** The revocation lists of an MSP. A certificate is revoked from the moment the list is in the configuration; the dates in the list do not matter. */
final class RevocationLists {
    private final List<RevocationList> lists;

    private RevocationLists(List<RevocationList> lists) {
        this.lists = lists;
    }

    static RevocationLists of(List<ByteString> encoded) throws MspException {
        List<RevocationList> lists = new ArrayList<>();
        for (ByteString list : encoded) {
            lists.add(parse(list));
        }
        return new RevocationLists(lists);
    }

    private static RevocationList parse(ByteString encoded) throws MspException {
        try {
            X509CRL list = Pem.revocationList(encoded.toByteArray());
            return new RevocationList(list, Certificates.authorityKeyIdentifier(list), serialNumbers(list));
        } catch (PemFormatException e) {
            throw new MspException(e.getMessage(), e);
        }
    }

    private static Set<BigInteger> serialNumbers(X509CRL list) {
        Set<? extends @Nullable X509CRLEntry> entries = list.getRevokedCertificates();
        return entries == null ? Set.of() : entries.stream().map(X509CRLEntry::getSerialNumber).collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses a certificate that its own authority has revoked. */
    void requireNotRevoked(X509Certificate certificate, X509Certificate authority) throws MspException {
        byte[] authorityKeyId = Certificates.subjectKeyIdentifier(authority).orElseThrow(() -> new MspException(
                "could not obtain Subject Key Identifier for signer cert: subjectKeyIdentifier not found in certificate"));
        for (RevocationList list : lists) {
            if (list.revokes(certificate, authority, authorityKeyId)) {
                throw new MspException("The certificate has been revoked");
            }
        }
    }

    private record RevocationList(X509CRL list, Optional<byte[]> authorityKeyId, Set<BigInteger> serialNumbers) {
        boolean revokes(X509Certificate certificate, X509Certificate authority, byte[] keyId) throws MspException {
            byte[] ownKeyId = authorityKeyId.orElseThrow(() -> new MspException(
                    "could not obtain Authority Key Identifier for crl: authorityKeyIdentifier not found in certificate"));
            return Arrays.equals(ownKeyId, keyId) && serialNumbers.contains(certificate.getSerialNumber()) && isSignedBy(authority);
        }

        private boolean isSignedBy(X509Certificate authority) {
            try {
                list.verify(authority.getPublicKey());
                return true;
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }
}
