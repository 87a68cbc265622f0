package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/** Makes a channel's block 0. */
public final class GenesisBlock {
    private GenesisBlock() {}

    /**
     * The genesis block of a channel.
     *
     * @throws ConfigException when the profile leads to an unsound configuration
     */
    public static Block of(ChannelProfile profile) throws ConfigException {
        Config config = Config.newBuilder().setChannelGroup(ConfigGroups.channel(profile)).build();
        ChannelConfig.of(profile.channelId(), config);
        ByteString data = Deterministic.bytes(ConfigEnvelope.newBuilder().setConfig(config).build());
        ByteString envelope = Envelopes.unsigned(HeaderType.CONFIG, profile.channelId(), data).toByteString();
        return withLastConfig(Blocks.newBlock(0, ByteString.EMPTY, List.of(envelope)));
    }

    private static Block withLastConfig(Block block) {
        LastConfig self = LastConfig.newBuilder().setIndex(0).build();
        Metadata lastConfig = Metadata.newBuilder().setValue(self.toByteString()).build();
        Metadata signatures = Metadata.newBuilder()
                .setValue(OrdererBlockMetadata.newBuilder().setLastConfig(self).build().toByteString()).build();
        return Blocks.withMetadata(Blocks.withMetadata(block, Blocks.LAST_CONFIG, lastConfig.toByteString()),
                Blocks.SIGNATURES, signatures.toByteString());
    }
}
