package org.voltrail.network.rwset;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import org.voltrail.network.crypto.Sha256;

/** The hashes that stand in read-write sets for what is private. */
public final class Hashes {
    private Hashes() {}

    /** The hash of a key of a private collection. */
    public static ByteString ofKey(String key) {
        return ByteString.copyFrom(Sha256.of(key.getBytes(StandardCharsets.UTF_8)));
    }

    /** The hash of a private value, or of a whole private write set. */
    public static ByteString of(ByteString bytes) {
        return ByteString.copyFrom(Sha256.of(bytes));
    }
}
