package org.voltrail.network.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.wire.ParsedEnvelope;
import org.voltrail.network.wire.Wire;

/**
 * A signed request for blocks.
 *
 * @param signedData what was signed, by whom
 */
public record SeekRequest(String channelId, SeekInfo seek, SignedData signedData) {
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    static SeekRequest parse(Envelope envelope, Clock clock) throws DeliveryException {
        try {
            ParsedEnvelope parsed = ParsedEnvelope.of(envelope);
            checkTime(parsed, clock.instant());
            return new SeekRequest(
                    parsed.channelHeader().getChannelId(),
                    Wire.parse(SeekInfo.parser(), parsed.payload().getData()),
                    new SignedData(
                            envelope.getPayload().toByteArray(),
                            parsed.signatureHeader().getCreator(),
                            envelope.getSignature().toByteArray()));
        } catch (InvalidProtocolBufferException e) {
            throw new DeliveryException(Status.BAD_REQUEST, "the request cannot be read: " + e.getMessage());
        }
    }

    private static void checkTime(ParsedEnvelope parsed, Instant now) throws DeliveryException {
        if (!parsed.channelHeader().hasTimestamp()) {
            throw new DeliveryException(Status.BAD_REQUEST, "channel header in envelope must contain timestamp");
        }
        Timestamp timestamp = parsed.channelHeader().getTimestamp();
        Duration apart = Duration.between(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()), now);
        if (apart.abs().compareTo(TIME_WINDOW) > 0) {
            throw new DeliveryException(Status.BAD_REQUEST, "envelope timestamp is more than 15m0s apart from current server time");
        }
    }

    /** The number of the first block wanted, in a chain of {@code height} blocks. */
    long first(long height) throws DeliveryException {
        return switch (seek.getStart().getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case NEXT_COMMIT -> height;
            case SPECIFIED -> specified(height);
            case TYPE_NOT_SET -> throw new DeliveryException(Status.NOT_FOUND, "no start position");
        };
    }

    private long specified(long height) throws DeliveryException {
        long number = seek.getStart().getSpecified().getNumber();
        if (Long.compareUnsigned(number, height) > 0) {
            throw new DeliveryException(Status.NOT_FOUND, "the start position is beyond the newest block");
        }
        return number;
    }

    /** The number of the last block wanted; unsigned. */
    long last(long first, long height) throws DeliveryException {
        return switch (seek.getStop().getTypeCase()) {
            case OLDEST -> first;
            case NEWEST -> seek.getStart().equals(seek.getStop()) ? first : height - 1;
            case SPECIFIED -> last(seek.getStop(), first);
            case NEXT_COMMIT, TYPE_NOT_SET -> -1L;
        };
    }

    private static long last(SeekPosition stop, long first) throws DeliveryException {
        long number = stop.getSpecified().getNumber();
        if (Long.compareUnsigned(number, first) < 0) {
            throw new DeliveryException(
                    Status.BAD_REQUEST, "start number %d greater than stop number %d".formatted(first, number));
        }
        return number;
    }
}
