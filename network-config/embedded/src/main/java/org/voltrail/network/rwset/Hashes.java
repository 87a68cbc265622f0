package org.voltrail.network.rwset;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, the ledger's only hash. */
public final class Hashes {
    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Hashes::newDigest);

    private Hashes() {}

    /** This thread's digest, reset. */
    public static MessageDigest sha256() {
        MessageDigest digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    /** The hash of the bytes. */
    public static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    /** The hash of the bytes. */
    public static byte[] sha256(ByteString bytes) {
        MessageDigest digest = sha256();
        digest.update(bytes.asReadOnlyByteBuffer());
        return digest.digest();
    }

    /** The hash of a key of a private collection. */
    public static ByteString keyHash(String key) {
        return ByteString.copyFrom(sha256(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
