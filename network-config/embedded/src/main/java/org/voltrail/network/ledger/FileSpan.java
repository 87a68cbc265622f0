package org.voltrail.network.ledger;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/**
 * Where bytes stand in the block files.
 *
 * @param segment the file's number, from 0
 * @param offset the first byte
 * @param length the number of bytes
 */
record FileSpan(int segment, long offset, int length) {
    /** The offset behind the last byte. */
    long end() {
        return offset + length;
    }

    /** A part of this span, {@code from} bytes behind its start. */
    FileSpan part(int from, int partLength) {
        return new FileSpan(segment, offset + from, partLength);
    }

    void write(CodedOutputStream out) throws IOException {
        out.writeUInt32NoTag(segment);
        out.writeUInt64NoTag(offset);
        out.writeUInt32NoTag(length);
    }

    static FileSpan read(CodedInputStream in) throws IOException {
        return new FileSpan(in.readUInt32(), in.readUInt64(), in.readUInt32());
    }
}
