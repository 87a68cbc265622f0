package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.StateUpdates;
import org.voltrail.network.validation.StateValue;

/** When private keys and their hashes leave the state, by their collections' block-to-live. */
final class ExpirySchedule {
    private static final int HASH_LENGTH = 32;
    private static final Version EXPIRED = new Version(-1, -1);

    private final StateView view;
    private final Collections collections;
    private final Database<StateTable>.Batch batch;
    private final StateUpdates updates;
    private final PrivateUpdates privateUpdates;

    /**
     * @param view the state before the block
     */
    ExpirySchedule(
            StateView view,
            Collections collections,
            Database<StateTable>.Batch batch,
            StateUpdates updates,
            PrivateUpdates privateUpdates) {
        this.view = view;
        this.collections = collections;
        this.batch = batch;
        this.updates = updates;
        this.privateUpdates = privateUpdates;
    }

    /** Notes when the block's private writes expire. */
    void schedule(long block) {
        Map<ByteString, String> keys = new HashMap<>();
        privateUpdates.byKey().keySet().forEach(key -> keys.put(Hashes.ofKey(key.key()), key.key()));
        updates.namespaces().forEach((namespace, ns) -> ns.collections().forEach((collection, hashes) -> {
            long expiry = collections.find(namespace, collection).map(coll -> coll.expiryOf(block)).orElse(-1L);
            if (expiry >= 0) {
                hashes.forEach((keyHash, update) -> {
                    if (update.value() != null) {
                        Entry entry = new Entry(namespace, collection, keyHash, block, keys.get(keyHash));
                        batch.put(StateTable.EXPIRY, entry.key(expiry), entry.value());
                    }
                });
            }
        }));
    }

    /** Removes what expires with the block and is not written by it. */
    void expire(long block) {
        Keys prefix = Keys.of().number(block);
        try (Database.Cursor cursor = view.cursor(StateTable.EXPIRY, prefix.bytes(), prefix.end())) {
            while (cursor.next()) {
                expire(Entry.of(cursor));
                batch.delete(StateTable.EXPIRY, cursor.key());
            }
        }
    }

    private void expire(Entry entry) {
        StateValue hashed = view.getHashed(entry.namespace, entry.collection, entry.keyHash);
        boolean current = hashed != null && hashed.version().block() == entry.committed;
        if (current && updates.getHashed(entry.namespace, entry.collection, entry.keyHash) == null) {
            batch.delete(StateTable.HASHED, StateView.hashedKey(entry.namespace, entry.collection, entry.keyHash));
        }
        String key = entry.rawKey;
        if (key != null) {
            for (String mspId : organisations(entry)) {
                if (current || isPrivatelyCurrent(entry, mspId, key)) {
                    privateUpdates.expire(new PrivateUpdates.PrivateKey(mspId, entry.namespace, entry.collection, key), EXPIRED);
                }
            }
        }
    }

    private boolean isPrivatelyCurrent(Entry entry, String mspId, String key) {
        StateValue value = view.getPrivate(mspId, entry.namespace, entry.collection, key);
        return value != null && value.version().block() == entry.committed;
    }

    private Set<String> organisations(Entry entry) {
        Set<String> organisations = new TreeSet<>(view.config().applicationOrganisations());
        collections.find(entry.namespace, entry.collection).ifPresent(coll -> organisations.addAll(coll.members()));
        return organisations;
    }

    private record Entry(String namespace, String collection, ByteString keyHash, long committed, @Nullable String rawKey) {
        byte[] key(long expiry) {
            return Keys.of().number(expiry).name(namespace).name(collection).raw(keyHash.toByteArray()).number(committed).bytes();
        }

        byte[] value() {
            return rawKey == null ? new byte[0] : rawKey.getBytes(StandardCharsets.UTF_8);
        }

        static Entry of(Database.Cursor cursor) {
            byte[] key = cursor.key();
            int tail = key.length - HASH_LENGTH - Long.BYTES;
            String[] names = new String(Arrays.copyOfRange(key, Long.BYTES, tail), StandardCharsets.UTF_8).split("\0");
            ByteString keyHash = ByteString.copyFrom(key, tail, HASH_LENGTH);
            long committed = ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
            String rawKey = new String(cursor.value(), StandardCharsets.UTF_8);
            return new Entry(names[0], names[1], keyHash, committed, rawKey.isEmpty() ? null : rawKey);
        }
    }
}
