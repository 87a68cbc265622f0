package org.voltrail.network.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Protocol buffers and digests, as every service of the network needs them. */
public final class Wire {
    private Wire() {}

    /**
     * Parses a message whose byte fields are views of {@code bytes} instead of copies: Fabric nests messages in bytes up to seven deep.
     *
     * @throws InvalidProtocolBufferException when the bytes are no such message
     */
    public static <T extends MessageLite> T parse(Parser<T> parser, ByteString bytes) throws InvalidProtocolBufferException {
        CodedInputStream input = bytes.newCodedInput();
        input.enableAliasing(true);
        T message = parser.parseFrom(input);
        try {
            input.checkLastTagWas(0);
        } catch (InvalidProtocolBufferException e) {
            throw e.setUnfinishedMessage(message);
        }
        return message;
    }

    /** As {@link #parse} for bytes that were parsed before, as in a committed block: a failure there is a broken ledger. */
    public static <T extends MessageLite> T parseTrusted(Parser<T> parser, ByteString bytes) {
        try {
            return parse(parser, bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(new IOException("A message that was accepted before cannot be read", e));
        }
    }

    /** A new SHA-256 digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** Feeds bytes to a digest without copying them. */
    public static void update(MessageDigest digest, ByteString bytes) {
        for (var buffer : bytes.asReadOnlyByteBufferList()) {
            digest.update(buffer);
        }
    }

    /** The transaction id that a nonce and a creator make: hex(SHA-256(nonce ‖ creator)). */
    public static String transactionId(ByteString nonce, ByteString creator) {
        MessageDigest digest = sha256();
        update(digest, nonce);
        update(digest, creator);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** UTF-8 bytes of a string. */
    public static ByteString utf8(String text) {
        return ByteString.copyFrom(text, StandardCharsets.UTF_8);
    }
}
