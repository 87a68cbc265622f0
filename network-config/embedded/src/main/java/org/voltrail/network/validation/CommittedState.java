package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import org.jspecify.annotations.Nullable;

/** The state after the last committed block, as validation and simulation read it. Thread-safe; iterators are not. */
public interface CommittedState {
    /** A public key's value, or null where it does not exist. */
    @Nullable StateValue get(String namespace, String key);

    /** A private key's hashed value, or null where it does not exist. */
    @Nullable StateValue getHashed(String namespace, String collection, ByteString keyHash);

    /** Public keys from {@code startKey} (inclusive; empty = from the first) to {@code endKey} (exclusive; empty = to the last), in UTF-8 order. */
    StateIterator range(String namespace, String startKey, String endKey);

    /** A cursor over keys and values; close it always. */
    interface StateIterator extends AutoCloseable {
        /** Moves to the next entry; false at the end. */
        boolean next();

        /** The entry's key. */
        String key();

        /** The entry's value. */
        StateValue value();

        @Override
        void close();
    }
}
