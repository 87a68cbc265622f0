package org.voltrail.network.orderer;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.security.SecureRandom;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.BlockHashes;

/** Makes blocks of envelopes: header chain, data hash, the orderer's signature, the number of the last configuration block. */
final class BlockAssembler {
    private static final int NONCE_BYTES = 24;
    private static final int METADATA_SLOTS = 5;
    private static final int LAST_CONFIG_SLOT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningIdentity orderer;
    private long nextNumber;
    private ByteString previousHash;
    private long lastConfig;

    /** Continues the chain after {@code last}, when {@code lastConfig} is the last configuration block. */
    BlockAssembler(SigningIdentity orderer, Block last, long lastConfig) {
        this.orderer = orderer;
        this.nextNumber = last.getHeader().getNumber() + 1;
        this.previousHash = BlockHashes.headerHash(last.getHeader());
        this.lastConfig = lastConfig;
    }

    /** The next block. */
    Block assemble(List<PendingEnvelope> batch) {
        if (batch.get(0).isConfig()) {
            lastConfig = nextNumber;
        }
        BlockData.Builder data = BlockData.newBuilder();
        batch.forEach(pending -> data.addData(pending.envelope().toByteString()));
        BlockData blockData = data.build();
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(nextNumber)
                .setPreviousHash(previousHash)
                .setDataHash(BlockHashes.dataHash(blockData))
                .build();
        Block block = Block.newBuilder().setHeader(header).setData(blockData).setMetadata(metadata(header)).build();
        nextNumber++;
        previousHash = BlockHashes.headerHash(header);
        return block;
    }

    private BlockMetadata metadata(BlockHeader header) {
        LastConfig config = LastConfig.newBuilder().setIndex(lastConfig).build();
        BlockMetadata.Builder metadata = BlockMetadata.newBuilder();
        for (int slot = 0; slot < METADATA_SLOTS; slot++) {
            metadata.addMetadata(ByteString.EMPTY);
        }
        return metadata.setMetadata(BlockMetadataIndex.SIGNATURES_VALUE, signatures(header, config).toByteString())
                .setMetadata(
                        LAST_CONFIG_SLOT,
                        Metadata.newBuilder().setValue(config.toByteString()).build().toByteString())
                .build();
    }

    private Metadata signatures(BlockHeader header, LastConfig config) {
        ByteString value = OrdererBlockMetadata.newBuilder()
                .setLastConfig(config)
                .setConsenterMetadata(Metadata.getDefaultInstance().toByteString())
                .build()
                .toByteString();
        ByteString signatureHeader = SignatureHeader.newBuilder()
                .setCreator(orderer.serialized())
                .setNonce(nonce())
                .build()
                .toByteString();
        byte[] signed = value.concat(signatureHeader)
                .concat(UnsafeByteOperations.unsafeWrap(BlockHashes.headerBytes(header)))
                .toByteArray();
        return Metadata.newBuilder()
                .setValue(value)
                .addSignatures(MetadataSignature.newBuilder()
                        .setSignatureHeader(signatureHeader)
                        .setSignature(UnsafeByteOperations.unsafeWrap(orderer.sign(signed))))
                .build();
    }

    /** A fresh nonce for a signature header. */
    static ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return UnsafeByteOperations.unsafeWrap(nonce);
    }
}
