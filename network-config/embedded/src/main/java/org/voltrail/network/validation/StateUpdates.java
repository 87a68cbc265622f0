package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.KeyOrder;
import org.voltrail.network.rwset.TxRwSet;
import org.voltrail.network.rwset.Version;

/** What the valid transactions of a block change in the public and the hashed state, in the order of the commit hash. Not thread-safe. */
public final class StateUpdates {
    private static final Comparator<ByteString> BYTES = ByteString.unsignedLexicographicalComparator();
    private static final ByteString HASH_OF_NOTHING = Hashes.of(ByteString.EMPTY);

    private final CommittedState state;
    private final NavigableMap<String, NamespaceUpdates> namespaces = new TreeMap<>(KeyOrder.UTF8);

    /** Starts with no updates on top of a state. */
    public StateUpdates(CommittedState state) {
        this.state = state;
    }

    /** A key's new value; null where it is deleted. */
    public record Update(@Nullable StateValue value, Version version) {}

    /** A namespace's updates. */
    public static final class NamespaceUpdates {
        private final NavigableMap<String, Update> keys = new TreeMap<>(KeyOrder.UTF8);
        private final NavigableMap<String, NavigableMap<ByteString, Update>> collections = new TreeMap<>(KeyOrder.UTF8);

        /** Public updates by key. */
        public NavigableMap<String, Update> keys() {
            return keys;
        }

        /** Hashed updates by collection and key hash. */
        public NavigableMap<String, NavigableMap<ByteString, Update>> collections() {
            return collections;
        }
    }

    /** The updates by namespace. */
    public NavigableMap<String, NamespaceUpdates> namespaces() {
        return namespaces;
    }

    /** A public key's update, or null where the block does not touch it (yet). */
    public @Nullable Update get(String namespace, String key) {
        NamespaceUpdates updates = namespaces.get(namespace);
        return updates == null ? null : updates.keys.get(key);
    }

    /** A private key's hashed update, or null where the block does not touch it (yet). */
    public @Nullable Update getHashed(String namespace, String collection, ByteString keyHash) {
        NamespaceUpdates updates = namespaces.get(namespace);
        NavigableMap<ByteString, Update> hashed = updates == null ? null : updates.collections.get(collection);
        return hashed == null ? null : hashed.get(keyHash);
    }

    /** Whether the namespace has public updates. */
    public boolean touches(String namespace) {
        NamespaceUpdates updates = namespaces.get(namespace);
        return updates != null && !updates.keys.isEmpty();
    }

    /** Sets a public key, keeping no metadata. */
    public void put(String namespace, String key, ByteString value, Version version) {
        of(namespace).keys.put(key, new Update(new StateValue(value, ByteString.EMPTY, version), version));
    }

    /** Takes in a valid transaction's writes: values keep metadata, metadata keep values, a delete removes both. */
    public void apply(TxRwSet rwset, Version version) {
        for (TxRwSet.Namespace ns : rwset.namespaces()) {
            if (ns.rwset().getWritesCount() + ns.rwset().getMetadataWritesCount() > 0) {
                applyPublic(ns, version);
            }
            for (TxRwSet.Collection coll : ns.collections()) {
                if (coll.hasWrites()) {
                    applyHashed(ns.name(), coll, version);
                }
            }
        }
    }

    private void applyPublic(TxRwSet.Namespace ns, Version version) {
        Changes<String> changes = new Changes<>(new TreeMap<>(KeyOrder.UTF8));
        for (KVWrite write : ns.rwset().getWritesList()) {
            changes.value(write.getKey(), write.getIsDelete() || write.getValue().isEmpty() ? null : write.getValue());
        }
        for (KVMetadataWrite write : ns.rwset().getMetadataWritesList()) {
            changes.metadata(write.getKey(), metadata(KVMetadataWrite.newBuilder().addAllEntries(write.getEntriesList())));
        }
        NavigableMap<String, Update> keys = of(ns.name()).keys;
        changes.forEach((key, change) -> merge(keys, key, change, version, () -> state.get(ns.name(), key)));
        dropIfEmpty(ns.name());
    }

    private void applyHashed(String namespace, TxRwSet.Collection coll, Version version) {
        Changes<ByteString> changes = new Changes<>(new TreeMap<>(BYTES));
        for (KVWriteHash write : coll.rwset().getHashedWritesList()) {
            changes.value(write.getKeyHash(), isDelete(write) ? null : write.getValueHash());
        }
        for (KVMetadataWriteHash write : coll.rwset().getMetadataWritesList()) {
            changes.metadata(write.getKeyHash(), metadata(KVMetadataWrite.newBuilder().addAllEntries(write.getEntriesList())));
        }
        NavigableMap<ByteString, Update> keys = of(namespace).collections.computeIfAbsent(coll.name(), c -> new TreeMap<>(BYTES));
        changes.forEach((key, change) -> merge(keys, key, change, version, () -> state.getHashed(namespace, coll.name(), key)));
        if (keys.isEmpty()) {
            of(namespace).collections.remove(coll.name());
        }
        dropIfEmpty(namespace);
    }

    private static <K> void merge(
            NavigableMap<K, Update> keys, K key, Change change, Version version, Supplier<@Nullable StateValue> committed) {
        if (change.deletes()) {
            keys.put(key, new Update(null, version));
            return;
        }
        ByteString value = change.value;
        ByteString metadata = change.metadata;
        if (value == null || metadata == null) {
            Update earlier = keys.get(key);
            StateValue latest = earlier != null ? earlier.value : committed.get();
            if (value == null && latest == null) {
                return; // metadata of a key that does not exist: nothing happens
            }
            value = value != null ? value : java.util.Objects.requireNonNull(latest).value();
            metadata = metadata != null ? metadata : latest == null ? ByteString.EMPTY : latest.metadata();
        }
        keys.put(key, new Update(new StateValue(value, metadata, version), version));
    }

    private static boolean isDelete(KVWriteHash write) {
        return write.getIsDelete() || write.getValueHash().isEmpty() || write.getValueHash().equals(HASH_OF_NOTHING);
    }

    private static ByteString metadata(KVMetadataWrite.Builder entries) {
        return entries.build().toByteString();
    }

    private NamespaceUpdates of(String namespace) {
        return namespaces.computeIfAbsent(namespace, n -> new NamespaceUpdates());
    }

    private void dropIfEmpty(String namespace) {
        NamespaceUpdates updates = of(namespace);
        if (updates.keys.isEmpty() && updates.collections.isEmpty()) {
            namespaces.remove(namespace);
        }
    }

    /** What one transaction does to a key: either part may be missing. */
    private static final class Change {
        private boolean valueDeleted;
        private @Nullable ByteString value;
        private @Nullable ByteString metadata;

        boolean deletes() {
            return valueDeleted;
        }
    }

    private record Changes<K>(NavigableMap<K, Change> byKey) {
        void value(K key, @Nullable ByteString value) {
            Change change = of(key);
            change.valueDeleted |= value == null;
            change.value = value;
        }

        void metadata(K key, ByteString metadata) {
            of(key).metadata = metadata;
        }

        void forEach(BiConsumer<K, Change> action) {
            byKey.forEach(action);
        }

        private Change of(K key) {
            return byKey.computeIfAbsent(key, k -> new Change());
        }
    }
}
