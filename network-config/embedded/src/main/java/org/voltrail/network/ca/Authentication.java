package org.voltrail.network.ca;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.PemFormatException;
import org.voltrail.network.crypto.SignatureVerifier;

/** Finds out who calls: by name and secret, or by Fabric CA's token. */
final class Authentication {
    private final CertificateAuthority authority;
    private final CaRegister register;
    private final CaSettings settings;
    private final Clock clock;

    Authentication(CertificateAuthority authority, CaRegister register, CaSettings settings, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.settings = settings;
        this.clock = clock;
    }

    /** The identity that the secret belongs to, if it may enrol once more. The enrolment is not counted yet. */
    RegisteredIdentity bySecret(String id, String secret) throws CaException {
        RegisteredIdentity identity = register.identity(id)
                .orElseThrow(() -> CaException.unauthenticated(CaErrorCode.INVALID_USER, "Failed to get user: " + id));
        requireNotLocked(identity);
        if (!SecretHash.matches(secret, identity.secretHash())) {
            register.change(id, RegisteredIdentity::withFailedLogin);
            throw refused("Password mismatch");
        }
        requireMayEnrol(identity);
        return identity;
    }

    private void requireNotLocked(RegisteredIdentity identity) throws CaException {
        int allowed = settings.failedLoginsAllowed();
        if (allowed > 0 && identity.failedLogins() >= allowed) {
            throw CaException.of(401, CaErrorCode.TOO_MANY_ATTEMPTS, "Incorrect password entered %d times, max incorrect password limit of %d reached"
                    .formatted(identity.failedLogins(), allowed));
        }
    }

    static void requireMayEnrol(RegisteredIdentity identity) throws CaException {
        if (identity.revoked()) {
            throw refused("User " + identity.id() + " is revoked; access denied");
        }
        if (identity.maxEnrolments() == 0) {
            throw refused("Zero is an invalid value for maximum enrollments on identity '" + identity.id() + "'");
        }
        if (identity.maxEnrolments() != RegisteredIdentity.UNLIMITED && identity.enrolments() >= identity.maxEnrolments()) {
            throw refused("The identity %s has already enrolled %d times, it has reached its maximum enrollment allowance"
                    .formatted(identity.id(), identity.maxEnrolments()));
        }
    }

    private static CaException refused(String reason) {
        return CaException.unauthenticated(CaErrorCode.INVALID_SECRET, "Login failure: " + reason);
    }

    /**
     * The caller that a token names: {@code base64(certificate).base64(signature)}, the signature over
     * {@code method.base64(uri).base64(body).base64(certificate)}.
     */
    Caller byToken(String token, String method, String uri, byte[] body) throws CaException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 2) {
            throw invalidToken("Invalid token format; expecting 2 parts separated by '.'");
        }
        X509Certificate certificate = certificate(parts[0]);
        requireSignature(certificate, parts[1], String.join(".", method, encode(uri.getBytes(StandardCharsets.UTF_8)), encode(body), parts[0]));
        requireTrusted(certificate);
        requireInForce(certificate);
        return new Caller(identity(certificate), certificate);
    }

    private static X509Certificate certificate(String encoded) throws CaException {
        try {
            return Pem.certificate(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException | PemFormatException e) {
            throw invalidToken("Failed to decode certificate: " + e.getMessage());
        }
    }

    private static void requireSignature(X509Certificate certificate, String encodedSignature, String signed) throws CaException {
        try {
            byte[] signature = Base64.getDecoder().decode(encodedSignature);
            if (!SignatureVerifier.of(certificate.getPublicKey()).verify(signed.getBytes(StandardCharsets.UTF_8), signature)) {
                throw invalidToken("Token signature validation failed");
            }
        } catch (IllegalArgumentException e) {
            throw invalidToken("Invalid base64 encoded signature in token");
        } catch (InvalidKeyException e) {
            throw invalidToken("Public key cannot be used: " + e.getMessage());
        }
    }

    private void requireTrusted(X509Certificate certificate) throws CaException {
        try {
            certificate.verify(authority.certificate().getPublicKey());
        } catch (GeneralSecurityException e) {
            throw CaException.unauthenticated(CaErrorCode.UNTRUSTED_CERTIFICATE, "Untrusted certificate: " + e.getMessage());
        }
        Date now = Date.from(clock.instant());
        if (now.after(certificate.getNotAfter()) || now.before(certificate.getNotBefore())) {
            throw CaException.unauthenticated(CaErrorCode.CERTIFICATE_EXPIRED,
                    "The certificate in the authorization header is a revoked or expired certificate");
        }
    }

    private void requireInForce(X509Certificate certificate) throws CaException {
        String serial = IssuedCertificate.normalise(certificate.getSerialNumber().toString(16));
        IssuedCertificate issued = register.certificate(serial, IssuedCertificate.authorityKeyIdentifier(certificate))
                .orElseThrow(() -> CaException.of(404, CaErrorCode.NOT_FOUND, "Failed to get Certificate: not found"));
        if (issued.isRevoked()) {
            throw CaException.unauthenticated(CaErrorCode.CERTIFICATE_REVOKED,
                    "The certificate in the authorization header is a revoked certificate");
        }
    }

    private RegisteredIdentity identity(X509Certificate certificate) throws CaException {
        String id = commonName(certificate);
        RegisteredIdentity identity = register.identity(id)
                .orElseThrow(() -> CaException.unauthenticated(CaErrorCode.GETTING_USER, "Failed to get user"));
        if (identity.revoked()) {
            throw CaException.unauthorised(CaErrorCode.IDENTITY_REVOKED, "Enrollment ID is revoked, unable to process request");
        }
        return identity;
    }

    private static String commonName(X509Certificate certificate) {
        RDN[] names = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()).getRDNs(BCStyle.CN);
        return names.length == 0 ? "" : ((ASN1String) names[0].getFirst().getValue()).getString();
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static CaException invalidToken(String reason) {
        return CaException.unauthenticated(CaErrorCode.INVALID_TOKEN, "Invalid token in authorization header: " + reason);
    }
}
