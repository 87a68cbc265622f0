package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The committed state while one block is validated: keys are looked up once, for policies, reads and merging alike. Thread-safe. */
final class BlockState implements CommittedState {
    private final CommittedState state;
    private final Map<PublicKey, Optional<StateValue>> publicKeys = new ConcurrentHashMap<>();
    private final Map<LedgerKey, Optional<StateValue>> hashedKeys = new ConcurrentHashMap<>();

    private record PublicKey(String namespace, String key) {}

    BlockState(CommittedState state) {
        this.state = state;
    }

    @Override
    public @Nullable StateValue get(String namespace, String key) {
        return valueOf(publicKeys.computeIfAbsent(new PublicKey(namespace, key), k -> Optional.ofNullable(state.get(namespace, key))));
    }

    @Override
    public @Nullable StateValue getHashed(String namespace, String collection, ByteString keyHash) {
        LedgerKey key = new LedgerKey(namespace, collection, keyHash);
        return valueOf(hashedKeys.computeIfAbsent(key, k -> Optional.ofNullable(state.getHashed(namespace, collection, keyHash))));
    }

    private static @Nullable StateValue valueOf(@Nullable Optional<StateValue> value) {
        return Objects.requireNonNull(value).orElse(null);
    }

    @Override
    public StateIterator range(String namespace, String startKey, String endKey) {
        return state.range(namespace, startKey, endKey);
    }
}
