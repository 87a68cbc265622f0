package org.voltrail.network.channel;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.MessageLite;
import java.io.IOException;

/** Encodes messages with their maps in the order of the keys, so that equal messages have equal bytes. */
final class Deterministic {
    private Deterministic() {}

    static ByteString bytes(MessageLite message) {
        byte[] bytes = new byte[message.getSerializedSize()];
        CodedOutputStream output = CodedOutputStream.newInstance(bytes);
        output.useDeterministicSerialization();
        try {
            message.writeTo(output);
        } catch (IOException e) {
            throw new IllegalStateException("encoding to memory failed", e);
        }
        return ByteString.copyFrom(bytes);
    }
}
