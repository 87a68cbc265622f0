package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.voltrail.network.crypto.Sha256;

/** The hashes that chain blocks ({@code protoutil/blockutils.go}), and new blocks. */
public final class Blocks {
    /** The metadata slot of the orderers' signatures. */
    public static final int SIGNATURES = 0;

    /** The metadata slot that tells the block of the configuration in force. Superseded by {@link #SIGNATURES}, but orderers still fill it. */
    public static final int LAST_CONFIG = 1;

    /** The metadata slot with one validation code a transaction. */
    public static final int TRANSACTIONS_FILTER = 2;

    /** The metadata slot of the commit hash. */
    public static final int COMMIT_HASH = 4;

    /** How many slots a block's metadata has. */
    public static final int METADATA_SLOTS = 5;

    private Blocks() {}

    /** The header in DER: SEQUENCE of the number and the two hashes. What an orderer signs, and what is hashed. */
    public static byte[] headerBytes(BlockHeader header) {
        try {
            return new DERSequence(new ASN1Encodable[] {
                new ASN1Integer(unsigned(header.getNumber())),
                new DEROctetString(header.getPreviousHash().toByteArray()),
                new DEROctetString(header.getDataHash().toByteArray())
            }).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
    }

    private static BigInteger unsigned(long number) {
        return new BigInteger(Long.toUnsignedString(number));
    }

    /** The header's hash, which the next block carries as its previous hash. */
    public static ByteString headerHash(BlockHeader header) {
        return UnsafeByteOperations.unsafeWrap(Sha256.of(headerBytes(header)));
    }

    /** The hash over all of a block's transactions. */
    public static ByteString dataHash(BlockData data) {
        return UnsafeByteOperations.unsafeWrap(Sha256.of(data.getDataList()));
    }

    /** A block with its header and empty metadata, not signed. */
    public static Block newBlock(long number, ByteString previousHash, List<ByteString> transactions) {
        BlockData data = BlockData.newBuilder().addAllData(transactions).build();
        BlockHeader header = BlockHeader.newBuilder().setNumber(number).setPreviousHash(previousHash)
                .setDataHash(dataHash(data)).build();
        return Block.newBuilder().setHeader(header).setData(data)
                .setMetadata(BlockMetadata.newBuilder().addAllMetadata(Collections.nCopies(METADATA_SLOTS, ByteString.EMPTY))).build();
    }

    /** A slot of the block's metadata; empty where the block has no such slot. */
    public static ByteString metadata(Block block, int slot) {
        BlockMetadata metadata = block.getMetadata();
        return slot < metadata.getMetadataCount() ? metadata.getMetadata(slot) : ByteString.EMPTY;
    }

    /** The block with a slot of its metadata filled; missing slots before it are made. */
    public static Block withMetadata(Block block, int slot, ByteString content) {
        List<ByteString> slots = new ArrayList<>(block.getMetadata().getMetadataList());
        while (slots.size() < METADATA_SLOTS) {
            slots.add(ByteString.EMPTY);
        }
        slots.set(slot, content);
        return block.toBuilder().setMetadata(BlockMetadata.newBuilder().addAllMetadata(slots)).build();
    }
}
