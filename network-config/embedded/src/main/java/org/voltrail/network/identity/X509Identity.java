package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.crypto.Sha256;
import org.voltrail.network.crypto.SignatureVerifier;
import org.voltrail.network.identity.OrganisationalUnits.Unit;

/** A member's identity as one MSP sees it; remembers the verdict on its membership. */
final class X509Identity implements Identity {
    private final X509Msp msp;
    private final X509Certificate certificate;
    private final List<X509Certificate> chain;
    private final List<Unit> units;
    private final SignatureVerifier verifier;
    private final ByteString serialized;
    private final String id;
    private volatile @Nullable Optional<String> refusal;

    X509Identity(X509Msp msp, X509Certificate certificate, List<X509Certificate> chain, SignatureVerifier verifier, ByteString serialized) {
        this.msp = msp;
        this.certificate = certificate;
        this.chain = chain;
        this.verifier = verifier;
        this.serialized = serialized;
        this.units = units(certificate, X509Msp.certifiers(chain.subList(Math.min(1, chain.size() - 1), chain.size())));
        this.id = Sha256.hex(Certificates.der(certificate));
    }

    private static List<Unit> units(X509Certificate certificate, ByteString certifiers) {
        return Certificates.organisationalUnits(certificate).stream().map(name -> new Unit(name, certifiers)).toList();
    }

    X509Msp msp() {
        return msp;
    }

    /** The certificate and the authorities above it. */
    List<X509Certificate> chain() {
        return chain;
    }

    List<Unit> units() {
        return units;
    }

    @Override
    public String mspId() {
        return msp.id();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public ByteString serialized() {
        return serialized;
    }

    @Override
    public boolean verify(byte[] message, byte[] signature) {
        return verifier.verify(message, signature);
    }

    boolean isMember() {
        return refusal().isEmpty();
    }

    void validateMembership() throws MspException {
        Optional<String> reason = refusal();
        if (reason.isPresent()) {
            throw new MspException(reason.get());
        }
    }

    void requireValidAt(Instant moment) throws MspException {
        if (moment.isAfter(expiresAt())) {
            throw new MspException("the identity has expired at " + expiresAt());
        }
        Instant begin = certificate.getNotBefore().toInstant();
        if (moment.isBefore(begin)) {
            throw new MspException("the identity is not valid before " + begin);
        }
    }

    /** Why the identity is no member; found out once. */
    private Optional<String> refusal() {
        Optional<String> known = refusal;
        if (known == null) {
            known = findRefusal();
            refusal = known;
        }
        return known;
    }

    private Optional<String> findRefusal() {
        try {
            msp.validate(this);
            return Optional.empty();
        } catch (MspException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public String toString() {
        return mspId() + ":" + certificate.getSubjectX500Principal();
    }
}
