package org.voltrail.network.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.validation.StateUpdates.NamespaceUpdates;
import org.voltrail.network.validation.StateUpdates.Update;

/**
 * The hash chain over what blocks did to the state: SHA-256 of the transactions filter with its length, the updates in Fabric's
 * deterministic encoding, and the previous block's commit hash. The configuration's own namespace (the empty one) stays out of it.
 */
public final class CommitHash {
    private static final int UPDATES = 1;
    private static final int NAMESPACE = 1;
    private static final int COLLECTION = 2;
    private static final int KEY = 3;
    private static final int IS_DELETE = 4;
    private static final int VALUE = 5;
    private static final int VERSION = 6;

    private final CodedOutputStream out;

    private CommitHash(CodedOutputStream out) {
        this.out = out;
    }

    /**
     * The commit hash of a block.
     *
     * @param filter one validation code a transaction
     * @param previous the previous block's commit hash; empty where it has none
     */
    public static byte[] of(byte[] filter, StateUpdates updates, ByteString previous) {
        MessageDigest digest = sha256();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(new DigestStream(digest), 8192);
            out.writeUInt32NoTag(filter.length);
            out.writeRawBytes(filter);
            new CommitHash(out).write(updates);
            out.writeRawBytes(previous);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(StateUpdates updates) throws IOException {
        for (Map.Entry<String, NamespaceUpdates> namespace : updates.namespaces().entrySet()) {
            if (!namespace.getKey().isEmpty()) {
                write(namespace.getKey(), namespace.getValue());
            }
        }
    }

    private void write(String name, NamespaceUpdates updates) throws IOException {
        String namespace = name;
        for (Map.Entry<String, Update> key : updates.keys().entrySet()) {
            write(namespace, "", key.getKey().getBytes(StandardCharsets.UTF_8), key.getValue());
            namespace = "";
        }
        for (Map.Entry<String, ? extends Map<ByteString, Update>> coll : updates.collections().entrySet()) {
            String collection = coll.getKey();
            for (Map.Entry<ByteString, Update> key : coll.getValue().entrySet()) {
                write(namespace, collection, key.getKey().toByteArray(), key.getValue());
                namespace = "";
                collection = "";
            }
        }
    }

    private void write(String namespace, String collection, byte[] key, Update update) throws IOException {
        @Nullable StateValue value = update.value();
        byte[] version = update.version().toBytes();
        int size = sizeOf(NAMESPACE, namespace) + sizeOf(COLLECTION, collection) + sizeOf(KEY, key)
                + (value == null ? CodedOutputStream.computeBoolSize(IS_DELETE, true) : CodedOutputStream.computeBytesSize(VALUE, value.value()))
                + CodedOutputStream.computeByteArraySize(VERSION, version);
        out.writeTag(UPDATES, 2);
        out.writeUInt32NoTag(size);
        writeIfPresent(NAMESPACE, namespace);
        writeIfPresent(COLLECTION, collection);
        if (key.length > 0) {
            out.writeByteArray(KEY, key);
        }
        if (value == null) {
            out.writeBool(IS_DELETE, true);
        } else {
            out.writeBytes(VALUE, value.value());
        }
        out.writeByteArray(VERSION, version);
    }

    private void writeIfPresent(int field, String text) throws IOException {
        if (!text.isEmpty()) {
            out.writeString(field, text);
        }
    }

    private static int sizeOf(int field, String text) {
        return text.isEmpty() ? 0 : CodedOutputStream.computeStringSize(field, text);
    }

    private static int sizeOf(int field, byte[] bytes) {
        return bytes.length == 0 ? 0 : CodedOutputStream.computeByteArraySize(field, bytes);
    }

    private static final class DigestStream extends OutputStream {
        private final MessageDigest digest;

        DigestStream(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        public void write(int b) {
            digest.update((byte) b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }
    }
}
