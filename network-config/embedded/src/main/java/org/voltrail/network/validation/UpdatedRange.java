package org.voltrail.network.validation;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.KeyOrder;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.StateUpdates.NamespaceUpdates;
import org.voltrail.network.validation.StateUpdates.Update;

/**
 * A range of public keys as it would be with the block's updates so far. Where the query was not read to its end, its end key is
 * the last key that was seen, and so belongs to the range.
 */
final class UpdatedRange implements AutoCloseable {
    private final CommittedState.StateIterator committed;
    private final Iterator<Map.Entry<String, Update>> updated;
    private @Nullable String committedKey;
    private Map.@Nullable Entry<String, Update> update;
    private @Nullable Entry endEntry;
    private @Nullable Entry current;

    private record Entry(String key, Version version) {}

    UpdatedRange(CommittedState state, StateUpdates updates, String namespace, RangeQueryInfo query) {
        committed = state.range(namespace, query.getStartKey(), query.getEndKey());
        updated = updatesIn(updates, namespace, query);
        endEntry = query.getItrExhausted() ? null : endEntry(state, updates, namespace, query.getEndKey());
        moveCommitted();
        moveUpdated();
    }

    private static Iterator<Map.Entry<String, Update>> updatesIn(StateUpdates updates, String namespace, RangeQueryInfo query) {
        NamespaceUpdates ofNamespace = updates.namespaces().get(namespace);
        if (ofNamespace == null) {
            return Map.<String, Update>of().entrySet().iterator();
        }
        NavigableMap<String, Update> keys = ofNamespace.keys().tailMap(query.getStartKey(), true);
        if (query.getEndKey().isEmpty()) {
            return keys.entrySet().iterator();
        }
        boolean inverted = KeyOrder.UTF8.compare(query.getStartKey(), query.getEndKey()) > 0;
        return (inverted ? Map.<String, Update>of() : keys.headMap(query.getEndKey(), false)).entrySet().iterator();
    }

    private static @Nullable Entry endEntry(CommittedState state, StateUpdates updates, String namespace, String key) {
        Update update = updates.get(namespace, key);
        StateValue value = update != null ? update.value() : state.get(namespace, key);
        return value == null ? null : new Entry(key, value.version());
    }

    /** Moves to the next key that exists; false at the end. */
    boolean next() {
        do {
            if (committedKey == null && update == null) {
                current = endEntry;
                endEntry = null;
                return current != null;
            }
            current = takeSmaller();
        } while (current == null);
        return true;
    }

    String key() {
        return entry().key;
    }

    Version version() {
        return entry().version;
    }

    private Entry entry() {
        if (current == null) {
            throw new IllegalStateException("no entry");
        }
        return current;
    }

    /** The smaller of the two next keys, the updated one where they are equal; null where that is a delete. */
    private @Nullable Entry takeSmaller() {
        String left = committedKey;
        Map.Entry<String, Update> right = update;
        int order = left == null ? 1 : right == null ? -1 : KeyOrder.UTF8.compare(left, right.getKey());
        Entry taken = null;
        if (order < 0 && left != null) {
            taken = new Entry(left, committed.value().version());
        } else if (right != null && right.getValue().value() != null) {
            taken = new Entry(right.getKey(), right.getValue().version());
        }
        if (order <= 0) {
            moveCommitted();
        }
        if (order >= 0) {
            moveUpdated();
        }
        return taken;
    }

    private void moveCommitted() {
        committedKey = committed.next() ? committed.key() : null;
    }

    private void moveUpdated() {
        update = updated.hasNext() ? updated.next() : null;
    }

    @Override
    public void close() {
        committed.close();
    }
}
