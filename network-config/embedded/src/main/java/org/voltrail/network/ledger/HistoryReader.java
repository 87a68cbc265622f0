package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.validation.CheckedTransaction;
import org.voltrail.network.validation.TransactionReader;

/** Reads the history of keys: where their writes stand from the history table, what they were from the blocks. Thread-safe. */
final class HistoryReader {
    private final BlockFiles files;

    HistoryReader(BlockFiles files) {
        this.files = files;
    }

    /** A key's writes, newest first, read as they are asked for. */
    ResultsIterator<KeyModification> read(StateView view, String namespace, String key) {
        Keys prefix = prefix(namespace, key);
        return new Modifications(view.cursor(StateTable.HISTORY, prefix.bytes(), prefix.end()), namespace, key);
    }

    /** The history table's key for a write; later writes come first. */
    static byte[] key(String namespace, String key, long block, int tx) {
        return prefix(namespace, key).number(~block).number(~tx).bytes();
    }

    private static Keys prefix(String namespace, String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return Keys.of(namespace).number(bytes.length).raw(bytes);
    }

    private final class Modifications implements ResultsIterator<KeyModification> {
        private final Database.Cursor cursor;
        private final String namespace;
        private final String key;

        Modifications(Database.Cursor cursor, String namespace, String key) {
            this.cursor = cursor;
            this.namespace = namespace;
            this.key = key;
        }

        @Override
        public @Nullable KeyModification next() {
            return cursor.next() ? modification(files.read(span(cursor.value()))) : null;
        }

        private KeyModification modification(ByteString envelope) {
            CheckedTransaction tx = TransactionReader.readValid(envelope);
            KVWrite write = tx.rwset().stream()
                    .flatMap(rwset -> rwset.namespaces().stream())
                    .filter(ns -> ns.name().equals(namespace))
                    .flatMap(ns -> ns.rwset().getWritesList().stream())
                    .filter(w -> w.getKey().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new LedgerCorruptException("the history of a key names a transaction that does not write it"));
            boolean deleted = write.getIsDelete() || write.getValue().isEmpty();
            return new KeyModification(tx.txId(), write.getValue().toByteArray(), tx.timestamp(), deleted);
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    private static FileSpan span(byte[] value) {
        try {
            return FileSpan.read(CodedInputStream.newInstance(value));
        } catch (IOException e) {
            throw new LedgerCorruptException("an entry of the history is unreadable", e);
        }
    }
}
