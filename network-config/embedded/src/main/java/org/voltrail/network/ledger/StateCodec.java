package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.rwset.Version;
import org.voltrail.network.validation.StateValue;

/** How values of the state are stored: version, metadata with their length, value. */
final class StateCodec {
    private StateCodec() {}

    static byte[] encode(StateValue value) {
        Version version = value.version();
        int size = CodedOutputStream.computeUInt64SizeNoTag(version.block())
                + CodedOutputStream.computeUInt64SizeNoTag(version.tx())
                + CodedOutputStream.computeBytesSizeNoTag(value.metadata())
                + value.value().size();
        byte[] bytes = new byte[size];
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeUInt64NoTag(version.block());
            out.writeUInt64NoTag(version.tx());
            out.writeBytesNoTag(value.metadata());
            out.writeRawBytes(value.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    static @Nullable StateValue decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            ByteString all = UnsafeByteOperations.unsafeWrap(bytes);
            CodedInputStream in = all.newCodedInput();
            in.enableAliasing(true);
            Version version = new Version(in.readUInt64(), in.readUInt64());
            ByteString metadata = in.readBytes();
            return new StateValue(all.substring(in.getTotalBytesRead()), metadata, version);
        } catch (IOException e) {
            throw new LedgerCorruptException("a value of the state is unreadable", e);
        }
    }
}
