package org.voltrail.network.rwset;

import java.io.ByteArrayOutputStream;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.jspecify.annotations.Nullable;

/**
 * Which transaction wrote a value last.
 *
 * @param block the block's number, unsigned
 * @param tx the transaction's index in the block, unsigned
 */
public record Version(long block, long tx) {
    /** The version that a read saw, or null where the key did not exist. */
    public static @Nullable Version of(KVRead read) {
        return read.hasVersion() ? of(read.getVersion()) : null;
    }

    /** The version that a hashed read saw, or null where the key did not exist. */
    public static @Nullable Version of(KVReadHash read) {
        return read.hasVersion() ? of(read.getVersion()) : null;
    }

    private static Version of(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version) {
        return new Version(version.getBlockNum(), version.getTxNum());
    }

    /** This version as it stands in a read set. */
    public org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version toProto() {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder().setBlockNum(block).setTxNum(tx).build();
    }

    /** Fabric's order-preserving encoding: for each number one byte of length and the number's bytes without leading zeros. */
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(12);
        append(out, block);
        append(out, tx);
        return out.toByteArray();
    }

    private static void append(ByteArrayOutputStream out, long number) {
        int size = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
        out.write(size);
        for (int shift = (size - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
    }

    @Override
    public String toString() {
        return "{BlockNum: " + Long.toUnsignedString(block) + ", TxNum: " + Long.toUnsignedString(tx) + "}";
    }
}
