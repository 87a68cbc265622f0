package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Hashes;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.StateUpdates;
import org.voltrail.network.validation.StateValue;

/** What a block changes in the organisations' private state. Not thread-safe. */
final class PrivateUpdates {
    private final StateView view;
    private final StateUpdates updates;
    private final Map<PrivateKey, Update> byKey = new HashMap<>();

    /** A key in an organisation's private state. */
    record PrivateKey(String mspId, String namespace, String collection, String key) {}

    /** A new value; null where it is deleted. */
    record Update(@Nullable StateValue value, Version version) {}

    PrivateUpdates(StateView view, StateUpdates updates) {
        this.view = view;
        this.updates = updates;
    }

    Map<PrivateKey, Update> byKey() {
        return byKey;
    }

    /** Takes in a block's plaintext writes, which are in the order of their transactions. */
    void apply(long block, List<PrivateWrites> writes) {
        Set<PrivateKey> renewed = new HashSet<>();
        for (PrivateWrites set : writes) {
            Version version = new Version(block, set.tx());
            for (String mspId : set.members()) {
                for (KVWrite write : set.parsed().getWritesList()) {
                    PrivateKey key = new PrivateKey(mspId, set.namespace(), set.collection(), write.getKey());
                    byKey.put(key, update(write, version));
                }
                for (KVMetadataWrite write : set.parsed().getMetadataWritesList()) {
                    renewed.add(new PrivateKey(mspId, set.namespace(), set.collection(), write.getKey()));
                }
            }
        }
        renewed.forEach(this::renew);
    }

    private static Update update(KVWrite write, Version version) {
        boolean delete = write.getIsDelete() || write.getValue().isEmpty();
        return new Update(delete ? null : new StateValue(write.getValue(), ByteString.EMPTY, version), version);
    }

    /** Writing only metadata gives the hashed key a new version: the plaintext follows, if it is the one that was hashed. */
    private void renew(PrivateKey key) {
        StateUpdates.Update hashed = updates.getHashed(key.namespace, key.collection, Hashes.ofKey(key.key));
        Update earlier = byKey.get(key);
        StateValue value = earlier != null ? earlier.value : view.getPrivate(key.mspId, key.namespace, key.collection, key.key);
        if (hashed == null || hashed.value() == null || value == null || value.version().equals(hashed.version())) {
            return;
        }
        if (Hashes.of(value.value()).equals(hashed.value().value())) {
            byKey.put(key, new Update(new StateValue(value.value(), ByteString.EMPTY, hashed.version()), hashed.version()));
        }
    }

    /** Deletes a purged key unless a later transaction of the block has written it again. */
    void purge(PrivateKey key, Version version) {
        Update update = byKey.get(key);
        if (update == null || update.version.tx() <= version.tx()) {
            byKey.put(key, new Update(null, version));
        }
    }

    /** Deletes an expired key unless the block writes it. */
    void expire(PrivateKey key, Version version) {
        byKey.putIfAbsent(key, new Update(null, version));
    }
}
