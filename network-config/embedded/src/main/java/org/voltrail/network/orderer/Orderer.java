package org.voltrail.network.orderer;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.voltrail.network.wire.ParsedEnvelope;

/** The ordering service over all channels. Thread-safe. */
public final class Orderer implements AutoCloseable {
    private final Map<String, ChannelOrderer> channels = new ConcurrentHashMap<>();

    /** Begins to order a channel. */
    public void add(ChannelOrderer channel) {
        channels.put(channel.ledger().channelId(), channel);
    }

    /** The orderer of a channel. */
    public Optional<ChannelOrderer> channel(String channelId) {
        return Optional.ofNullable(channels.get(channelId));
    }

    /** Takes an envelope as Fabric's broadcast does; a refusal is in the response. */
    public BroadcastResponse broadcast(Envelope envelope) {
        try {
            ParsedEnvelope parsed = parse(envelope);
            ChannelOrderer channel = channel(parsed.channelHeader().getChannelId())
                    .orElseThrow(() -> new OrderingException(Status.BAD_REQUEST, "channel does not exist"));
            channel.order(parsed);
            return BroadcastResponse.newBuilder().setStatus(Status.SUCCESS).build();
        } catch (OrderingException e) {
            return BroadcastResponse.newBuilder().setStatus(e.status()).setInfo(e.getMessage()).build();
        }
    }

    private static ParsedEnvelope parse(Envelope envelope) throws OrderingException {
        try {
            return ParsedEnvelope.of(envelope);
        } catch (InvalidProtocolBufferException e) {
            throw new OrderingException(Status.BAD_REQUEST, "could not determine channel ID: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        channels.values().forEach(ChannelOrderer::close);
    }
}
