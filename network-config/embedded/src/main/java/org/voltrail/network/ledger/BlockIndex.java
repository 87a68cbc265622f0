package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.network.channel.Blocks;
import org.voltrail.network.validation.CheckedTransaction;

/** Finds blocks by number and hash, and transactions by id. Of transactions with equal ids the first one is found. */
final class BlockIndex {
    private static final char NUMBER = 'N';
    private static final char HASH = 'H';

    private BlockIndex() {}

    /** A transaction's place and verdict. */
    record Location(long block, TxValidationCode code, FileSpan envelope) {}

    /** Notes a block and its transactions. */
    static void add(Database<StateTable>.Batch batch, StateView before, BlockFiles.StoredBlock stored, List<CheckedTransaction> transactions) {
        Block block = stored.block();
        long number = block.getHeader().getNumber();
        batch.put(StateTable.BLOCKS, numberKey(number), encode(stored.span()));
        batch.put(StateTable.BLOCKS, hashKey(Blocks.headerHash(block.getHeader())), ByteBuffer.allocate(8).putLong(number).array());
        int[] offsets = BlockLayout.envelopeOffsets(block);
        Set<String> seen = new HashSet<>();
        for (CheckedTransaction tx : transactions) {
            if (!tx.txId().isEmpty() && seen.add(tx.txId()) && find(before, tx.txId()).isEmpty()) {
                FileSpan envelope = envelope(stored, offsets, tx.index());
                batch.put(StateTable.TRANSACTIONS, txKey(tx.txId()), encode(new Location(number, tx.code(), envelope)));
            }
        }
    }

    /** Where the envelope of a transaction stands. */
    static FileSpan envelope(BlockFiles.StoredBlock stored, int[] offsets, int index) {
        return stored.span().part(offsets[index], stored.block().getData().getData(index).size());
    }

    static Optional<FileSpan> find(StateView view, long number) {
        return Optional.ofNullable(view.get(StateTable.BLOCKS, numberKey(number))).map(BlockIndex::span);
    }

    static Optional<Long> findNumber(StateView view, ByteString headerHash) {
        return Optional.ofNullable(view.get(StateTable.BLOCKS, hashKey(headerHash))).map(bytes -> ByteBuffer.wrap(bytes).getLong());
    }

    static Optional<Location> find(StateView view, String txId) {
        return Optional.ofNullable(view.get(StateTable.TRANSACTIONS, txKey(txId))).map(BlockIndex::location);
    }

    private static byte[] numberKey(long number) {
        return new Keys().one(NUMBER).number(number).bytes();
    }

    private static byte[] hashKey(ByteString hash) {
        return new Keys().one(HASH).raw(hash.toByteArray()).bytes();
    }

    private static byte[] txKey(String txId) {
        return new Keys().text(txId).bytes();
    }

    static byte[] encode(FileSpan span) {
        return encode(span::write);
    }

    private static byte[] encode(Location location) {
        return encode(out -> {
            out.writeUInt64NoTag(location.block);
            out.writeUInt32NoTag(location.code.getNumber());
            location.envelope.write(out);
        });
    }

    private static byte[] encode(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(24);
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes, 32);
            writer.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private interface Writer {
        void write(CodedOutputStream out) throws IOException;
    }

    static FileSpan span(byte[] bytes) {
        try {
            return FileSpan.read(CodedInputStream.newInstance(bytes));
        } catch (IOException e) {
            throw new LedgerCorruptException("an entry of the block index is unreadable", e);
        }
    }

    private static Location location(byte[] bytes) {
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            return new Location(in.readUInt64(), TxValidationCode.forNumber(in.readUInt32()), FileSpan.read(in));
        } catch (IOException e) {
            throw new LedgerCorruptException("an entry of the transaction index is unreadable", e);
        }
    }
}
