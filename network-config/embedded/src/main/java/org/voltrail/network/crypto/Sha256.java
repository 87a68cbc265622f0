package org.voltrail.network.crypto;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, with one digest engine per thread. */
public final class Sha256 {
    /** Length of a digest in bytes. */
    public static final int LENGTH = 32;

    private static final ThreadLocal<MessageDigest> ENGINE = ThreadLocal.withInitial(() -> CryptoProvider.digest("SHA-256"));

    private Sha256() {}

    /** The digest of one message. */
    public static byte[] of(byte[] message) {
        return ENGINE.get().digest(message);
    }

    /** The digest of the parts, concatenated. */
    public static byte[] of(byte[]... parts) {
        MessageDigest engine = ENGINE.get();
        for (byte[] part : parts) {
            engine.update(part);
        }
        return engine.digest();
    }

    /** The digest of the parts, concatenated; nothing is copied. */
    public static byte[] of(ByteString... parts) {
        MessageDigest engine = ENGINE.get();
        for (ByteString part : parts) {
            part.asReadOnlyByteBufferList().forEach(engine::update);
        }
        return engine.digest();
    }

    /** The digest of the parts, concatenated; nothing is copied. */
    public static byte[] of(Iterable<ByteString> parts) {
        MessageDigest engine = ENGINE.get();
        for (ByteString part : parts) {
            part.asReadOnlyByteBufferList().forEach(engine::update);
        }
        return engine.digest();
    }

    /** The digest of one message in lower case hexadecimal digits. */
    public static String hex(byte[] message) {
        return HexFormat.of().formatHex(of(message));
    }
}
