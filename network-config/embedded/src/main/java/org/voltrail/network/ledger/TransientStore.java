package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.voltrail.network.rwset.Hashes;

/**
 * Endorsed private writes whose block has not come yet. They outlive a restart; they go when their transaction is committed, when
 * {@link #RETAINED_BLOCKS} blocks have come without it, or, the oldest first, when there are more bytes of them than allowed. Thread-safe.
 */
final class TransientStore {
    /** After how many blocks a transaction that has not come is given up, as Fabric's default. */
    static final long RETAINED_BLOCKS = 1000;

    /** How many bytes are kept by default. */
    static final long MAX_BYTES = 256L << 20;

    private final Database<PrivateTable> db;
    private final long maxBytes;
    /** What is in the table, oldest first. */
    private final Map<Entry, Place> entries = new LinkedHashMap<>();
    private final Map<String, List<Entry>> byTxId = new LinkedHashMap<>();
    private long bytes;
    private long sequence;

    private record Entry(String txId, ByteString hash) {}

    private record Place(long height, byte[] key, int size) {}

    TransientStore(Database<PrivateTable> db, long maxBytes) {
        this.db = db;
        this.maxBytes = maxBytes;
        load();
    }

    private void load() {
        try (Database.Cursor cursor = db.cursor(PrivateTable.TRANSIENT, Keys.of().number(0L).bytes(), Keys.of().number(-1L).bytes())) {
            while (cursor.next()) {
                ByteBuffer key = ByteBuffer.wrap(cursor.key());
                long height = key.getLong();
                sequence = Math.max(sequence, key.getLong() + 1);
                String txId = new String(cursor.key(), key.position(), key.remaining(), StandardCharsets.UTF_8);
                byte[] writes = cursor.value();
                note(new Entry(txId, Hashes.of(ByteString.copyFrom(writes))), new Place(height, cursor.key(), writes.length));
            }
        }
    }

    private void note(Entry entry, Place place) {
        entries.put(entry, place);
        byTxId.computeIfAbsent(entry.txId, t -> new ArrayList<>(1)).add(entry);
        bytes += place.size;
    }

    /** Keeps a transaction's writes; the same ones once, different ones (of chaincode that is not deterministic) side by side. */
    synchronized void add(String txId, TxPvtReadWriteSet writes, long height) {
        byte[] value = writes.toByteArray();
        Entry entry = new Entry(txId, Hashes.of(ByteString.copyFrom(value)));
        if (entries.containsKey(entry)) {
            return;
        }
        byte[] key = Keys.of().number(height).number(sequence++).text(txId).bytes();
        try (Database<PrivateTable>.Batch batch = db.batch()) {
            batch.put(PrivateTable.TRANSIENT, key, value);
            db.write(batch);
        }
        note(entry, new Place(height, key, value.length));
        removeOldest();
    }

    private void removeOldest() {
        Iterator<Map.Entry<Entry, Place>> oldest = entries.entrySet().iterator();
        List<Entry> dropped = new ArrayList<>();
        long left = bytes;
        while (left > maxBytes && oldest.hasNext()) {
            Map.Entry<Entry, Place> next = oldest.next();
            left -= next.getValue().size;
            dropped.add(next.getKey());
        }
        remove(dropped);
    }

    /** What is kept of a transaction. */
    synchronized List<TxPvtReadWriteSet> find(String txId) {
        List<TxPvtReadWriteSet> found = new ArrayList<>();
        for (Entry entry : byTxId.getOrDefault(txId, List.of())) {
            byte[] value = db.get(PrivateTable.TRANSIENT, java.util.Objects.requireNonNull(entries.get(entry)).key);
            if (value != null) {
                found.add(parse(value));
            }
        }
        return found;
    }

    private static TxPvtReadWriteSet parse(byte[] value) {
        try {
            return TxPvtReadWriteSet.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerCorruptException("staged private data are unreadable", e);
        }
    }

    /** Lets go of transactions that have been committed, and of those that have not come for too long. */
    synchronized void blockCommitted(long height, Collection<String> txIds) {
        if (entries.isEmpty()) {
            return;
        }
        List<Entry> gone = new ArrayList<>();
        txIds.forEach(txId -> gone.addAll(byTxId.getOrDefault(txId, List.of())));
        for (Map.Entry<Entry, Place> entry : entries.entrySet()) {
            if (entry.getValue().height + RETAINED_BLOCKS > height) {
                break;
            }
            gone.add(entry.getKey());
        }
        remove(gone);
    }

    private void remove(List<Entry> gone) {
        if (gone.isEmpty()) {
            return;
        }
        try (Database<PrivateTable>.Batch batch = db.batch()) {
            for (Entry entry : gone) {
                Place place = entries.remove(entry);
                if (place != null) {
                    bytes -= place.size;
                    byTxId.computeIfPresent(entry.txId, (txId, all) -> all.remove(entry) && all.isEmpty() ? null : all);
                    batch.delete(PrivateTable.TRANSIENT, place.key);
                }
            }
            db.write(batch);
        }
    }

    /** How many bytes of writes are kept. */
    synchronized long bytes() {
        return bytes;
    }
}
