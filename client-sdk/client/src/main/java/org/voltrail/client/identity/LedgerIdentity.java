package org.voltrail.client.identity;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.internal.crypto.EcdsaSigner;

/**
 * A member of an organisation: MSP id, enrolment certificate and, unless its signatures are made elsewhere, the means to sign.
 * Immutable and thread-safe. Its text form never shows the key.
 */
public final class LedgerIdentity {
    private final String mspId;
    private final X509Certificate certificate;
    private final @Nullable PrivateKey privateKey;
    private final @Nullable Signer signer;

    private LedgerIdentity(
            String mspId, X509Certificate certificate, @Nullable PrivateKey privateKey, @Nullable Signer signer) {
        this.mspId = mspId;
        this.certificate = certificate;
        this.privateKey = privateKey;
        this.signer = signer;
    }

    /**
     * An identity whose key is at hand.
     *
     * @throws IdentityException if the key is no elliptic-curve key or is not the certificate's
     */
    public static LedgerIdentity of(String mspId, X509Certificate certificate, PrivateKey privateKey) {
        Signer signer = EcdsaSigner.of(privateKey);
        KeyCheck.requirePair(certificate.getPublicKey(), signer);
        return new LedgerIdentity(mspId, certificate, privateKey, signer);
    }

    /** An identity whose signatures a signer makes, for example one in front of a hardware module. */
    public static LedgerIdentity of(String mspId, X509Certificate certificate, Signer signer) {
        return new LedgerIdentity(mspId, certificate, null, signer);
    }

    /** An identity without a key, for off-line signing. */
    public static LedgerIdentity withoutKey(String mspId, X509Certificate certificate) {
        return new LedgerIdentity(mspId, certificate, null, null);
    }

    /** Id of the organisation's membership service provider. */
    public String mspId() {
        return mspId;
    }

    /** The enrolment certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The enrolment certificate in PEM. */
    public String certificatePem() {
        return Pem.write(certificate);
    }

    /** The public key. */
    public PublicKey publicKey() {
        return certificate.getPublicKey();
    }

    /** The private key, if it is at hand. */
    public Optional<PrivateKey> privateKey() {
        return Optional.ofNullable(privateKey);
    }

    /** The means to sign, if there are any. */
    public Optional<Signer> signer() {
        return Optional.ofNullable(signer);
    }

    /**
     * Signs a digest.
     *
     * @param digest SHA-256, 32 bytes
     * @throws IdentityException if this identity has no means to sign
     */
    public byte[] sign(byte[] digest) {
        if (signer == null) {
            throw new IdentityException("The identity " + name() + " has no key here: sign off-line, or give it a signer");
        }
        return signer.sign(digest);
    }

    /** The common name in the certificate, which is the enrolment name; the whole subject if there is none. */
    public String name() {
        return CertificateFacts.commonName(certificate);
    }

    /** Attributes that the Fabric CA wrote into the certificate, for example {@code voltrail.role}; empty if there are none. */
    public Map<String, String> attributes() {
        return CertificateFacts.attributes(certificate);
    }

    /** When the certificate ends. */
    public Instant expires() {
        return certificate.getNotAfter().toInstant();
    }

    /** Whether the certificate ends before a time from now is over, or has ended. */
    public boolean expiresWithin(Duration time, Instant now) {
        return expires().isBefore(now.plus(time));
    }

    @Override
    public String toString() {
        return "LedgerIdentity[" + mspId + ", " + name() + ", until " + expires() + "]";
    }
}
