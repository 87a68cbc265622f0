package org.voltrail.network.rwset;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.jspecify.annotations.Nullable;

/**
 * Collects a transaction's reads and writes and builds the sets that endorsers sign: namespaces, collections and keys sorted,
 * the last write of a key counts, range queries in the order they were made. Not thread-safe.
 */
public final class RwSetBuilder {
    private final Map<String, PublicSet> publicSets = new TreeMap<>(KeyOrder.UTF8);
    private final Map<String, Map<String, PrivateSet>> privateSets = new TreeMap<>(KeyOrder.UTF8);

    /** A read of a key at a version; null where the key did not exist. */
    public void read(String namespace, String key, @Nullable Version version) {
        KVRead.Builder read = KVRead.newBuilder().setKey(key);
        if (version != null) {
            read.setVersion(version.toProto());
        }
        publicSet(namespace).reads.put(key, read.build());
    }

    /** A write of a value, or a delete where the value is empty. */
    public void write(String namespace, String key, ByteString value) {
        publicSet(namespace).writes.put(key, kvWrite(key, value));
    }

    /** A write of a key's metadata; empty metadata delete it. */
    public void writeMetadata(String namespace, String key, Map<String, byte[]> metadata) {
        KVMetadataWrite write = KVMetadataWrite.newBuilder().setKey(key).addAllEntries(entries(metadata)).build();
        publicSet(namespace).metadataWrites.put(key, write);
    }

    /** A range query with its results. Of queries with equal start, end and exhaustion the first one counts. */
    public void rangeQuery(String namespace, RangeQueryInfo query) {
        QueryKey key = new QueryKey(query.getStartKey(), query.getEndKey(), query.getItrExhausted());
        publicSet(namespace).rangeQueries.putIfAbsent(key, query);
    }

    /** A read of a private key, or of its hash, at a version; null where the key did not exist. */
    public void readPrivate(String namespace, String collection, String key, @Nullable Version version) {
        KVReadHash.Builder read = KVReadHash.newBuilder().setKeyHash(Hashes.ofKey(key));
        if (version != null) {
            read.setVersion(version.toProto());
        }
        hashedSet(namespace, collection).reads.put(key, read.build());
    }

    /** A write of a private value, or a delete where the value is empty. */
    public void writePrivate(String namespace, String collection, String key, ByteString value) {
        putPrivate(namespace, collection, kvWrite(key, value), false);
    }

    /** A purge of a private key: a delete that also removes the key's past values from the peers. */
    public void purgePrivate(String namespace, String collection, String key) {
        putPrivate(namespace, collection, kvWrite(key, ByteString.EMPTY), true);
    }

    private void putPrivate(String namespace, String collection, KVWrite write, boolean purge) {
        privateSet(namespace, collection).writes.put(write.getKey(), write);
        KVWriteHash.Builder hash = KVWriteHash.newBuilder()
                .setKeyHash(Hashes.ofKey(write.getKey()))
                .setIsDelete(write.getIsDelete())
                .setIsPurge(purge);
        if (!write.getIsDelete()) {
            hash.setValueHash(Hashes.of(write.getValue()));
        }
        hashedSet(namespace, collection).writes.put(write.getKey(), hash.build());
    }

    /** A write of a private key's metadata; empty metadata delete it. The plaintext set holds the key alone. */
    public void writePrivateMetadata(String namespace, String collection, String key, Map<String, byte[]> metadata) {
        privateSet(namespace, collection).metadataWrites.put(key, KVMetadataWrite.newBuilder().setKey(key).build());
        KVMetadataWriteHash write =
                KVMetadataWriteHash.newBuilder().setKeyHash(Hashes.ofKey(key)).addAllEntries(entries(metadata)).build();
        hashedSet(namespace, collection).metadataWrites.put(key, write);
    }

    /** The plaintext private writes, or null where there are none. */
    public @Nullable TxPvtReadWriteSet buildPrivate() {
        if (privateSets.isEmpty()) {
            return null;
        }
        TxPvtReadWriteSet.Builder tx = TxPvtReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        privateSets.forEach((namespace, collections) -> tx.addNsPvtRwset(buildPrivate(namespace, collections)));
        return tx.build();
    }

    private static NsPvtReadWriteSet buildPrivate(String namespace, Map<String, PrivateSet> collections) {
        NsPvtReadWriteSet.Builder ns = NsPvtReadWriteSet.newBuilder().setNamespace(namespace);
        collections.forEach((name, set) -> ns.addCollectionPvtRwset(
                CollectionPvtReadWriteSet.newBuilder().setCollectionName(name).setRwset(set.build().toByteString())));
        return ns.build();
    }

    /**
     * The public set.
     *
     * @param privateWrites what {@link #buildPrivate} gave, for the hashes that bind it to the public set
     */
    public TxReadWriteSet buildPublic(@Nullable TxPvtReadWriteSet privateWrites) {
        Map<String, Map<String, ByteString>> privateHashes = new LinkedHashMap<>();
        if (privateWrites != null) {
            privateWrites.getNsPvtRwsetList().forEach(ns -> privateHashes.put(ns.getNamespace(), privateHashes(ns)));
        }
        TxReadWriteSet.Builder tx = TxReadWriteSet.newBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        publicSets.forEach((namespace, set) -> tx.addNsRwset(set.build(namespace, privateHashes.getOrDefault(namespace, Map.of()))));
        return tx.build();
    }

    private static Map<String, ByteString> privateHashes(NsPvtReadWriteSet ns) {
        Map<String, ByteString> hashes = new LinkedHashMap<>();
        ns.getCollectionPvtRwsetList()
                .forEach(coll -> hashes.put(coll.getCollectionName(), Hashes.of(coll.getRwset())));
        return hashes;
    }

    private PublicSet publicSet(String namespace) {
        return publicSets.computeIfAbsent(namespace, n -> new PublicSet());
    }

    private HashedSet hashedSet(String namespace, String collection) {
        return publicSet(namespace).collections.computeIfAbsent(collection, c -> new HashedSet());
    }

    private PrivateSet privateSet(String namespace, String collection) {
        return privateSets.computeIfAbsent(namespace, n -> new TreeMap<>(KeyOrder.UTF8)).computeIfAbsent(collection, c -> new PrivateSet());
    }

    private static KVWrite kvWrite(String key, ByteString value) {
        return KVWrite.newBuilder().setKey(key).setIsDelete(value.isEmpty()).setValue(value).build();
    }

    private static List<KVMetadataEntry> entries(Map<String, byte[]> metadata) {
        Map<String, byte[]> sorted = new TreeMap<>(KeyOrder.UTF8);
        sorted.putAll(metadata);
        List<KVMetadataEntry> entries = new ArrayList<>(sorted.size());
        sorted.forEach((name, value) ->
                entries.add(KVMetadataEntry.newBuilder().setName(name).setValue(ByteString.copyFrom(value)).build()));
        return entries;
    }

    private record QueryKey(String start, String end, boolean exhausted) {}

    private static final class PublicSet {
        final Map<String, KVRead> reads = new TreeMap<>(KeyOrder.UTF8);
        final Map<String, KVWrite> writes = new TreeMap<>(KeyOrder.UTF8);
        final Map<String, KVMetadataWrite> metadataWrites = new TreeMap<>(KeyOrder.UTF8);
        final Map<QueryKey, RangeQueryInfo> rangeQueries = new LinkedHashMap<>();
        final Map<String, HashedSet> collections = new TreeMap<>(KeyOrder.UTF8);

        NsReadWriteSet build(String namespace, Map<String, ByteString> privateHashes) {
            KVRWSet set = KVRWSet.newBuilder()
                    .addAllReads(reads.values())
                    .addAllRangeQueriesInfo(rangeQueries.values())
                    .addAllWrites(writes.values())
                    .addAllMetadataWrites(metadataWrites.values())
                    .build();
            NsReadWriteSet.Builder ns = NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(set.toByteString());
            collections.forEach((name, hashed) ->
                    ns.addCollectionHashedRwset(hashed.build(name, privateHashes.getOrDefault(name, ByteString.EMPTY))));
            return ns.build();
        }
    }

    private static final class HashedSet {
        final Map<String, KVReadHash> reads = new TreeMap<>(KeyOrder.UTF8);
        final Map<String, KVWriteHash> writes = new TreeMap<>(KeyOrder.UTF8);
        final Map<String, KVMetadataWriteHash> metadataWrites = new TreeMap<>(KeyOrder.UTF8);

        CollectionHashedReadWriteSet build(String name, ByteString privateHash) {
            HashedRWSet set = HashedRWSet.newBuilder()
                    .addAllHashedReads(reads.values())
                    .addAllHashedWrites(writes.values())
                    .addAllMetadataWrites(metadataWrites.values())
                    .build();
            return CollectionHashedReadWriteSet.newBuilder()
                    .setCollectionName(name)
                    .setHashedRwset(set.toByteString())
                    .setPvtRwsetHash(privateHash)
                    .build();
        }
    }

    private static final class PrivateSet {
        final Map<String, KVWrite> writes = new TreeMap<>(KeyOrder.UTF8);
        final Map<String, KVMetadataWrite> metadataWrites = new TreeMap<>(KeyOrder.UTF8);

        KVRWSet build() {
            return KVRWSet.newBuilder().addAllWrites(writes.values()).addAllMetadataWrites(metadataWrites.values()).build();
        }
    }
}
