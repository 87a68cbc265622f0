package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;

/** The slots of a block's metadata that peers write and read. */
final class BlockMetadataSlots {
    private static final int COUNT = BlockMetadataIndex.COMMIT_HASH_VALUE + 1;

    private final List<ByteString> slots;

    private BlockMetadataSlots(List<ByteString> slots) {
        this.slots = slots;
    }

    static BlockMetadataSlots of(Block block) {
        List<ByteString> slots = new ArrayList<>(block.getMetadata().getMetadataList());
        while (slots.size() < COUNT) {
            slots.add(ByteString.EMPTY);
        }
        return new BlockMetadataSlots(slots);
    }

    byte[] filter() {
        return slots.get(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE).toByteArray();
    }

    BlockMetadataSlots filter(byte[] filter) {
        slots.set(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, ByteString.copyFrom(filter));
        return this;
    }

    /** The commit hash; empty where there is none. */
    ByteString commitHash() {
        try {
            return Metadata.parseFrom(slots.get(BlockMetadataIndex.COMMIT_HASH_VALUE)).getValue();
        } catch (InvalidProtocolBufferException e) {
            return ByteString.EMPTY;
        }
    }

    BlockMetadataSlots commitHash(ByteString hash) {
        slots.set(BlockMetadataIndex.COMMIT_HASH_VALUE, Metadata.newBuilder().setValue(hash).build().toByteString());
        return this;
    }

    /** Names the last configuration block where the orderer has not. */
    @SuppressWarnings("deprecation")
    BlockMetadataSlots lastConfigIfMissing(long block) {
        if (slots.get(BlockMetadataIndex.LAST_CONFIG_VALUE).isEmpty()) {
            ByteString value = LastConfig.newBuilder().setIndex(block).build().toByteString();
            slots.set(BlockMetadataIndex.LAST_CONFIG_VALUE, Metadata.newBuilder().setValue(value).build().toByteString());
        }
        return this;
    }

    Block into(Block block) {
        return block.toBuilder().setMetadata(BlockMetadata.newBuilder().addAllMetadata(slots)).build();
    }
}
