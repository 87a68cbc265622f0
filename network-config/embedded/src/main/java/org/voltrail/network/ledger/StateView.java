package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.lifecycle.ChaincodeDefinition;
import org.voltrail.network.lifecycle.ChaincodeDefinitions;
import org.voltrail.network.validation.CommittedState;
import org.voltrail.network.validation.StateValue;

/**
 * The state after one block, shared by everything that reads it: simulations, validation of the next block, queries. It lives until
 * the last holder has let go of it. Thread-safe.
 */
final class StateView implements CommittedState, ChaincodeDefinitions {
    private final Database<StateTable>.View view;
    private final long height;
    private final ChannelConfig config;
    private final ConcurrentMap<String, ChaincodeDefinition> definitions;
    private final AtomicInteger holders = new AtomicInteger(1);

    /**
     * @param definitions the definitions found so far in the same state of the lifecycle namespace
     */
    StateView(
            Database<StateTable>.View view,
            long height,
            ChannelConfig config,
            ConcurrentMap<String, ChaincodeDefinition> definitions) {
        this.view = view;
        this.height = height;
        this.config = config;
        this.definitions = definitions;
    }

    /** Takes hold of the view; false where it has gone already. */
    boolean hold() {
        int count = holders.get();
        while (count > 0) {
            if (holders.compareAndSet(count, count + 1)) {
                return true;
            }
            count = holders.get();
        }
        return false;
    }

    /** Lets go of the view. */
    void release() {
        if (holders.decrementAndGet() == 0) {
            view.close();
        }
    }

    long height() {
        return height;
    }

    ChannelConfig config() {
        return config;
    }

    ConcurrentMap<String, ChaincodeDefinition> knownDefinitions() {
        return definitions;
    }

    static ConcurrentMap<String, ChaincodeDefinition> noDefinitions() {
        return new ConcurrentHashMap<>();
    }

    @Override
    public Optional<ChaincodeDefinition> find(String chaincodeName) {
        ChaincodeDefinition known = definitions.get(chaincodeName);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<ChaincodeDefinition> found = StoredDefinitions.read(this, chaincodeName);
        found.ifPresent(definition -> definitions.put(chaincodeName, definition));
        return found;
    }

    @Override
    public @Nullable StateValue get(String namespace, String key) {
        return StateCodec.decode(view.get(StateTable.PUBLIC, publicKey(namespace, key)));
    }

    @Override
    public @Nullable StateValue getHashed(String namespace, String collection, ByteString keyHash) {
        return StateCodec.decode(view.get(StateTable.HASHED, hashedKey(namespace, collection, keyHash)));
    }

    /** A private key's value as the organisation's peers have it, or null. */
    @Nullable StateValue getPrivate(String mspId, String namespace, String collection, String key) {
        return StateCodec.decode(view.get(StateTable.PRIVATE, privateKey(mspId, namespace, collection, key)));
    }

    @Override
    public StateIterator range(String namespace, String startKey, String endKey) {
        return range(StateTable.PUBLIC, Keys.of(namespace).bytes(), startKey, endKey);
    }

    /** As {@link #range(String, String, String)} over an organisation's private state. */
    StateIterator privateRange(String mspId, String namespace, String collection, String startKey, String endKey) {
        return range(StateTable.PRIVATE, Keys.of(mspId, namespace, collection).bytes(), startKey, endKey);
    }

    private StateIterator range(StateTable table, byte[] prefix, String startKey, String endKey) {
        Keys names = new Keys().raw(prefix);
        byte[] to = endKey.isEmpty() ? names.end() : new Keys().raw(prefix).text(endKey).bytes();
        return new Range(view.cursor(table, names.text(startKey).bytes(), to), prefix.length);
    }

    /** A stored value of any table in this view, or null. */
    byte @Nullable [] get(StateTable table, byte[] key) {
        return view.get(table, key);
    }

    /** A walk over any table in this view. */
    Database.Cursor cursor(StateTable table, byte[] from, byte[] to) {
        return view.cursor(table, from, to);
    }

    static byte[] publicKey(String namespace, String key) {
        return Keys.of(namespace).text(key).bytes();
    }

    static byte[] hashedKey(String namespace, String collection, ByteString keyHash) {
        return Keys.of(namespace, collection).raw(keyHash.toByteArray()).bytes();
    }

    static byte[] privateKey(String mspId, String namespace, String collection, String key) {
        return Keys.of(mspId, namespace, collection).text(key).bytes();
    }

    private static final class Range implements StateIterator {
        private final Database.Cursor cursor;
        private final int prefixLength;

        Range(Database.Cursor cursor, int prefixLength) {
            this.cursor = cursor;
            this.prefixLength = prefixLength;
        }

        @Override
        public boolean next() {
            return cursor.next();
        }

        @Override
        public String key() {
            byte[] key = cursor.key();
            return new String(Arrays.copyOfRange(key, prefixLength, key.length), StandardCharsets.UTF_8);
        }

        @Override
        public StateValue value() {
            return Objects.requireNonNull(StateCodec.decode(cursor.value()));
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
