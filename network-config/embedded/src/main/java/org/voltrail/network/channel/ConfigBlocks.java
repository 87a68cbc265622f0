package org.voltrail.network.channel;

import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;

/** Blocks that hold a channel's configuration: one transaction of type CONFIG. */
public final class ConfigBlocks {
    private ConfigBlocks() {}

    /** Whether the block's first transaction is a configuration. */
    public static boolean isConfigBlock(Block block) {
        try {
            return block.getData().getDataCount() > 0 && header(payload(block)).getType() == HeaderType.CONFIG_VALUE;
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    static ChannelConfig read(Block block) throws ConfigException {
        if (!isConfigBlock(block)) {
            throw new ConfigException("block " + block.getHeader().getNumber() + " is not a configuration block");
        }
        try {
            Payload payload = payload(block);
            return ParsedChannelConfig.of(header(payload).getChannelId(), ConfigEnvelope.parseFrom(payload.getData()).getConfig());
        } catch (InvalidProtocolBufferException e) {
            throw new ConfigException("malformed configuration envelope", e);
        }
    }

    private static Payload payload(Block block) throws InvalidProtocolBufferException {
        return Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
    }

    private static ChannelHeader header(Payload payload) throws InvalidProtocolBufferException {
        return ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
    }
}
