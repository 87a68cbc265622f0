package org.voltrail.network.identity;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.util.Optional;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.crypto.PemFormatException;

/**
 * When an identity's certificate ends. Policies do not look at the time of day; the services that clients call do, before anything
 * else and whoever issued the certificate.
 */
public final class Expiry {
    private Expiry() {}

    /** Whether the certificate has ended; false where there is none to be read. */
    public static boolean isOver(ByteString serializedIdentity, MspManager msps, Instant now) {
        return of(serializedIdentity, msps).map(now::isAfter).orElse(false);
    }

    private static Optional<Instant> of(ByteString serializedIdentity, MspManager msps) {
        try {
            return Optional.of(msps.deserialize(serializedIdentity).expiresAt());
        } catch (MspException e) {
            return ofStranger(serializedIdentity);
        }
    }

    private static Optional<Instant> ofStranger(ByteString serializedIdentity) {
        try {
            byte[] pem = SerializedIdentity.parseFrom(serializedIdentity).getIdBytes().toByteArray();
            return Optional.of(Pem.certificate(pem).getNotAfter().toInstant());
        } catch (InvalidProtocolBufferException | PemFormatException e) {
            return Optional.empty();
        }
    }
}
