package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.Version;

/**
 * The committed private data of each organisation. A block's data are made durable before the block is, so that no block on disk
 * lacks its data; what belongs to a block that then did not get there is dropped at the next start. One thread writes, any number read.
 */
final class PrivateStore {
    private final Database<PrivateTable> db;

    PrivateStore(Database<PrivateTable> db) {
        this.db = db;
    }

    /**
     * Makes a block's private writes durable.
     *
     * @param expiry the block with which writes expire, or -1 where they never do
     */
    void prepare(long block, List<PrivateWrites> writes, ToLongFunction<PrivateWrites> expiry) {
        try (Database<PrivateTable>.Batch batch = db.batch()) {
            for (PrivateWrites set : writes) {
                set.members().forEach(mspId -> batch.put(PrivateTable.WRITES, key(block, mspId, set), set.writeSet().toByteArray()));
                for (KVWrite write : set.parsed().getWritesList()) {
                    batch.put(PrivateTable.KEYS, occurrence(block, set, write), write.getKey().getBytes(StandardCharsets.UTF_8));
                }
                long expiresWith = expiry.applyAsLong(set);
                if (expiresWith >= 0) {
                    byte[] members = String.join("\0", set.members()).getBytes(StandardCharsets.UTF_8);
                    batch.put(PrivateTable.EXPIRY, Keys.of().number(expiresWith).raw(position(block, set)).bytes(), members);
                }
            }
            db.writeDurably(batch);
        }
    }

    private static byte[] key(long block, String mspId, PrivateWrites set) {
        return Keys.of().number(block).name(mspId).number(set.tx()).name(set.namespace()).text(set.collection()).bytes();
    }

    private static byte[] position(long block, PrivateWrites set) {
        return Keys.of().number(block).number(set.tx()).name(set.namespace()).text(set.collection()).bytes();
    }

    private static byte[] occurrence(long block, PrivateWrites set, KVWrite write) {
        return occurrences(set.namespace(), set.collection(), Hashes.ofKey(write.getKey())).number(block).number(set.tx()).bytes();
    }

    private static Keys occurrences(String namespace, String collection, ByteString keyHash) {
        return Keys.of(namespace, collection).raw(keyHash.toByteArray());
    }

    /** A block's write sets, each with the organisations that hold it. */
    List<PrivateWrites> read(long block) {
        Map<PrivateWrites, Set<String>> members = new LinkedHashMap<>();
        Keys prefix = Keys.of().number(block);
        try (Database.Cursor cursor = db.cursor(PrivateTable.WRITES, prefix.bytes(), prefix.end())) {
            while (cursor.next()) {
                Row row = Row.of(cursor);
                members.computeIfAbsent(row.writes, w -> new TreeSet<>()).add(row.mspId);
            }
        }
        List<PrivateWrites> writes = new ArrayList<>();
        members.forEach((set, msps) -> writes.add(
                new PrivateWrites(set.tx(), set.namespace(), set.collection(), set.writeSet(), msps)));
        writes.sort(java.util.Comparator.comparingInt(PrivateWrites::tx));
        return writes;
    }

    /** A block's write sets that an organisation holds, by transaction. */
    Map<Integer, TxPvtReadWriteSet> read(long block, String mspId) {
        Map<Integer, Map<String, NsPvtReadWriteSet.Builder>> byTx = new LinkedHashMap<>();
        Keys prefix = Keys.of().number(block).name(mspId);
        try (Database.Cursor cursor = db.cursor(PrivateTable.WRITES, prefix.bytes(), prefix.end())) {
            while (cursor.next()) {
                PrivateWrites set = Row.of(cursor).writes;
                byTx.computeIfAbsent(set.tx(), tx -> new LinkedHashMap<>())
                        .computeIfAbsent(set.namespace(), ns -> NsPvtReadWriteSet.newBuilder().setNamespace(ns))
                        .addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                                .setCollectionName(set.collection())
                                .setRwset(set.writeSet()));
            }
        }
        Map<Integer, TxPvtReadWriteSet> result = new LinkedHashMap<>();
        byTx.forEach((tx, namespaces) -> {
            TxPvtReadWriteSet.Builder all = TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
            namespaces.values().forEach(all::addNsPvtRwset);
            result.put(tx, all.build());
        });
        return result;
    }

    /** The key with a hash, or empty where no organisation here has ever held it. */
    Optional<String> keyOf(String namespace, String collection, ByteString keyHash) {
        Keys prefix = occurrences(namespace, collection, keyHash);
        try (Database.Cursor cursor = db.cursor(PrivateTable.KEYS, prefix.bytes(), prefix.end())) {
            return cursor.next() ? Optional.of(new String(cursor.value(), StandardCharsets.UTF_8)) : Optional.empty();
        }
    }

    /** Removes a key from all write sets of transactions before {@code before}. */
    void purge(String namespace, String collection, ByteString keyHash, Version before) {
        Keys prefix = occurrences(namespace, collection, keyHash);
        byte[] end = occurrences(namespace, collection, keyHash).number(before.block()).number((int) before.tx()).bytes();
        try (Database<PrivateTable>.Batch batch = db.batch();
                Database.Cursor cursor = db.cursor(PrivateTable.KEYS, prefix.bytes(), end)) {
            int fixed = prefix.bytes().length;
            while (cursor.next()) {
                ByteBuffer position = ByteBuffer.wrap(cursor.key(), fixed, Long.BYTES + Integer.BYTES);
                removeKey(batch, position.getLong(), position.getInt(), namespace, collection, keyHash);
                batch.delete(PrivateTable.KEYS, cursor.key());
            }
            if (!batch.isEmpty()) {
                db.writeDurably(batch);
            }
        }
    }

    private void removeKey(
            Database<PrivateTable>.Batch batch, long block, int tx, String namespace, String collection, ByteString keyHash) {
        for (PrivateWrites set : read(block)) {
            if (set.tx() == tx && set.namespace().equals(namespace) && set.collection().equals(collection)) {
                KVRWSet.Builder rest = set.parsed().toBuilder().clearWrites();
                set.parsed().getWritesList().stream()
                        .filter(write -> !Hashes.ofKey(write.getKey()).equals(keyHash))
                        .forEach(rest::addWrites);
                byte[] bytes = rest.build().toByteArray();
                set.members().forEach(mspId -> batch.put(PrivateTable.WRITES, key(block, mspId, set), bytes));
            }
        }
    }

    /** Removes what expires with a block. */
    void expire(long block) {
        byte[] from = Keys.of().number(0L).bytes();
        byte[] to = Keys.of().number(block + 1).bytes();
        try (Database<PrivateTable>.Batch batch = db.batch();
                Database.Cursor cursor = db.cursor(PrivateTable.EXPIRY, from, to)) {
            while (cursor.next()) {
                Position position = Position.of(ByteBuffer.wrap(cursor.key()).position(Long.BYTES));
                String[] members = new String(cursor.value(), StandardCharsets.UTF_8).split("\0");
                remove(batch, position, members);
                batch.delete(PrivateTable.EXPIRY, cursor.key());
            }
            if (!batch.isEmpty()) {
                db.write(batch);
            }
        }
    }

    private void remove(Database<PrivateTable>.Batch batch, Position at, String[] members) {
        for (String mspId : members) {
            PrivateWrites place = new PrivateWrites(at.tx, at.namespace, at.collection, ByteString.EMPTY, Set.of());
            byte[] key = key(at.block, mspId, place);
            byte[] writeSet = db.get(PrivateTable.WRITES, key);
            if (writeSet != null) {
                PrivateWrites set = new PrivateWrites(
                        at.tx, at.namespace, at.collection, UnsafeByteOperations.unsafeWrap(writeSet), Set.of());
                set.parsed().getWritesList().forEach(write -> batch.delete(PrivateTable.KEYS, occurrence(at.block, set, write)));
                batch.delete(PrivateTable.WRITES, key);
            }
        }
    }

    /** Drops the data of blocks from {@code height} on, which did not get to the disk. */
    void dropFrom(long height) {
        byte[] from = Keys.of().number(height).bytes();
        byte[] to = Keys.of().number(-1L).bytes();
        try (Database<PrivateTable>.Batch batch = db.batch();
                Database.Cursor cursor = db.cursor(PrivateTable.WRITES, from, to)) {
            while (cursor.next()) {
                Row row = Row.of(cursor);
                row.writes.parsed().getWritesList()
                        .forEach(write -> batch.delete(PrivateTable.KEYS, occurrence(row.block, row.writes, write)));
                batch.delete(PrivateTable.WRITES, cursor.key());
            }
            if (!batch.isEmpty()) {
                db.writeDurably(batch);
            }
        }
    }

    private record Position(long block, int tx, String namespace, String collection) {
        static Position of(ByteBuffer key) {
            return new Position(key.getLong(), key.getInt(), name(key), rest(key));
        }
    }

    private record Row(long block, String mspId, PrivateWrites writes) {
        static Row of(Database.Cursor cursor) {
            ByteBuffer key = ByteBuffer.wrap(cursor.key());
            long block = key.getLong();
            String mspId = name(key);
            int tx = key.getInt();
            ByteString writeSet = UnsafeByteOperations.unsafeWrap(cursor.value());
            return new Row(block, mspId, new PrivateWrites(tx, name(key), rest(key), writeSet, Set.of()));
        }
    }

    private static String name(ByteBuffer key) {
        int start = key.position();
        int end = start;
        while (key.get(end) != 0) {
            end++;
        }
        key.position(end + 1);
        return new String(Arrays.copyOfRange(key.array(), start, end), StandardCharsets.UTF_8);
    }

    private static String rest(ByteBuffer key) {
        return new String(Arrays.copyOfRange(key.array(), key.position(), key.limit()), StandardCharsets.UTF_8);
    }
}
