package org.voltrail.network.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/** What a block's metadata says. */
public final class BlockFacts {
    private BlockFacts() {}

    /** The number of the last configuration block as of this block. */
    public static long lastConfig(Block block) {
        if (block.getHeader().getNumber() == 0) {
            return 0;
        }
        try {
            Metadata signatures = Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.SIGNATURES_VALUE));
            return OrdererBlockMetadata.parseFrom(signatures.getValue()).getLastConfig().getIndex();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The metadata of block %d cannot be read".formatted(block.getHeader().getNumber()), e);
        }
    }
}
