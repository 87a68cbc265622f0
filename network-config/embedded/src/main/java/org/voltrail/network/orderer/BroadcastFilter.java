package org.voltrail.network.orderer;

import java.time.Clock;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.identity.Expiry;
import org.voltrail.network.policy.SignedData;
import org.voltrail.network.wire.ParsedEnvelope;

/** What every envelope must pass before it is ordered: content, size, the signer's certificate, the signature. */
final class BroadcastFilter {
    private static final String WRITERS = "/Channel/Writers";

    private final Clock clock;

    BroadcastFilter(Clock clock) {
        this.clock = clock;
    }

    void check(ParsedEnvelope parsed, ChannelConfig config) throws OrderingException {
        checkSize(parsed.envelope(), config);
        checkExpiry(parsed, config);
        checkSignature(parsed, config);
    }

    private static void checkSize(Envelope envelope, ChannelConfig config) throws OrderingException {
        if (envelope.getPayload().isEmpty()) {
            throw new OrderingException(Status.BAD_REQUEST, "Message was empty");
        }
        long size = (long) envelope.getPayload().size() + envelope.getSignature().size();
        int most = config.batch().absoluteMaxBytes();
        if (size > most) {
            throw new OrderingException(
                    Status.BAD_REQUEST, "message payload is %d bytes and exceeds maximum allowed %d bytes".formatted(size, most));
        }
    }

    private void checkExpiry(ParsedEnvelope parsed, ChannelConfig config) throws OrderingException {
        if (Expiry.isOver(parsed.signatureHeader().getCreator(), config.msps(), clock.instant())) {
            throw new OrderingException(Status.BAD_REQUEST, "broadcast client identity expired");
        }
    }

    private static void checkSignature(ParsedEnvelope parsed, ChannelConfig config) throws OrderingException {
        SignedData signed = new SignedData(
                parsed.envelope().getPayload().toByteArray(),
                parsed.signatureHeader().getCreator(),
                parsed.envelope().getSignature().toByteArray());
        boolean allowed = config.policies().policy(WRITERS).map(policy -> policy.evaluate(List.of(signed))).orElse(false);
        if (!allowed) {
            throw denied();
        }
    }

    private static OrderingException denied() {
        return new OrderingException(
                Status.FORBIDDEN,
                "implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Writers'"
                        + " sub-policies to be satisfied: permission denied");
    }
}
