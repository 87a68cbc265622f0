package org.voltrail.network.orderer;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.voltrail.network.channel.BlockSignatures;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.identity.SigningIdentity;

/** Makes blocks of envelopes: header chain, data hash, the number of the last configuration block, the orderer's signature. */
final class BlockAssembler {
    private final SigningIdentity orderer;
    private long nextNumber;
    private ByteString previousHash;
    private long lastConfig;

    /** Continues the chain after {@code last}, when {@code lastConfig} is the last configuration block. */
    BlockAssembler(SigningIdentity orderer, Block last, long lastConfig) {
        this.orderer = orderer;
        this.nextNumber = last.getHeader().getNumber() + 1;
        this.previousHash = hash(last);
        this.lastConfig = lastConfig;
    }

    private static ByteString hash(Block block) {
        return Blocks.headerHash(block.getHeader());
    }

    /** The next block. */
    Block assemble(List<PendingEnvelope> batch) {
        if (batch.get(0).isConfig()) {
            lastConfig = nextNumber;
        }
        List<ByteString> envelopes = batch.stream().map(pending -> pending.envelope().toByteString()).toList();
        Block block = BlockSignatures.sign(Blocks.newBlock(nextNumber, previousHash, envelopes), orderer, lastConfig);
        nextNumber++;
        previousHash = hash(block);
        return block;
    }
}
