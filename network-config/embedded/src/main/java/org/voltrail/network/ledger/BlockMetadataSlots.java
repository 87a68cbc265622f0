package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.voltrail.network.channel.Blocks;

/** The slots of a block's metadata that peers write and read. */
final class BlockMetadataSlots {
    private final List<ByteString> slots;

    private BlockMetadataSlots(List<ByteString> slots) {
        this.slots = slots;
    }

    static BlockMetadataSlots of(Block block) {
        List<ByteString> slots = new ArrayList<>(block.getMetadata().getMetadataList());
        while (slots.size() < Blocks.METADATA_SLOTS) {
            slots.add(ByteString.EMPTY);
        }
        return new BlockMetadataSlots(slots);
    }

    byte[] filter() {
        return slots.get(Blocks.TRANSACTIONS_FILTER).toByteArray();
    }

    BlockMetadataSlots filter(byte[] filter) {
        slots.set(Blocks.TRANSACTIONS_FILTER, ByteString.copyFrom(filter));
        return this;
    }

    /** The commit hash; empty where there is none. */
    ByteString commitHash() {
        try {
            return Metadata.parseFrom(slots.get(Blocks.COMMIT_HASH)).getValue();
        } catch (InvalidProtocolBufferException e) {
            return ByteString.EMPTY;
        }
    }

    BlockMetadataSlots commitHash(ByteString hash) {
        slots.set(Blocks.COMMIT_HASH, Metadata.newBuilder().setValue(hash).build().toByteString());
        return this;
    }

    /** Names the last configuration block where the orderer has not. */
    BlockMetadataSlots lastConfigIfMissing(long block) {
        if (slots.get(Blocks.LAST_CONFIG).isEmpty()) {
            ByteString value = LastConfig.newBuilder().setIndex(block).build().toByteString();
            slots.set(Blocks.LAST_CONFIG, Metadata.newBuilder().setValue(value).build().toByteString());
        }
        return this;
    }

    Block into(Block block) {
        return block.toBuilder().setMetadata(BlockMetadata.newBuilder().addAllMetadata(slots)).build();
    }
}
