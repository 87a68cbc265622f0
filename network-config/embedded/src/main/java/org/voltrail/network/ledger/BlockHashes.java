package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.voltrail.network.channel.Blocks;

/** The hashes that chain blocks, as the ledger uses them. */
public final class BlockHashes {
    private BlockHashes() {}

    /** The header in DER, over which orderers sign: see {@link Blocks#headerBytes}. */
    public static byte[] headerBytes(BlockHeader header) {
        return Blocks.headerBytes(header);
    }

    /** The block's hash, which the next block names as its previous hash. */
    public static ByteString headerHash(BlockHeader header) {
        return Blocks.headerHash(header);
    }

    /** The hash over a block's envelopes, concatenated. */
    public static ByteString dataHash(BlockData data) {
        return Blocks.dataHash(data);
    }
}
