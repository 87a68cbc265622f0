package org.voltrail.network.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain on disk: numbered segment files, each a row of records, a record being a varint of its length and a
 * {@code common.Block}. Files are only ever appended to; {@link #append} returns when the block is on the disk. One thread appends,
 * any number read.
 */
final class BlockFiles implements AutoCloseable {
    /** A new segment is started when the last one has this many bytes. */
    static final long SEGMENT_BYTES = 64L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(BlockFiles.class);
    private static final int MAX_VARINT = 5;
    private static final int CHUNK = 64 << 10;

    private final Path directory;
    private final long segmentBytes;
    private final List<FileChannel> segments = new CopyOnWriteArrayList<>();
    private long end;

    private BlockFiles(Path directory, long segmentBytes) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
    }

    /** Opens the files of a directory, which is made where it does not exist. */
    static BlockFiles open(Path directory, long segmentBytes) {
        BlockFiles files = new BlockFiles(directory, segmentBytes);
        try {
            Files.createDirectories(directory);
            files.openSegments();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private void openSegments() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            int count = (int) paths.filter(path -> path.getFileName().toString().matches("blocks-\\d{6}")).count();
            for (int i = 0; i < count; i++) {
                openSegment(StandardOpenOption.READ, StandardOpenOption.WRITE);
            }
        }
        if (segments.isEmpty()) {
            startSegment();
        }
        end = last().size();
    }

    private void startSegment() throws IOException {
        openSegment(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        end = 0;
        try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    private void openSegment(StandardOpenOption... options) throws IOException {
        segments.add(FileChannel.open(directory.resolve(name(segments.size())), options));
    }

    private static String name(int segment) {
        return String.format(Locale.ROOT, "blocks-%06d", segment);
    }

    private FileChannel last() {
        return segments.get(segments.size() - 1);
    }

    /** Appends a serialised block and forces it to the disk. */
    FileSpan append(byte[] block) throws IOException {
        if (end >= segmentBytes) {
            startSegment();
        }
        long start = end;
        try {
            ByteBuffer record = record(block);
            int prefix = record.remaining() - block.length;
            write(record, start);
            last().force(false);
            end = start + prefix + block.length;
            return new FileSpan(segments.size() - 1, start + prefix, block.length);
        } catch (IOException e) {
            last().truncate(start);
            throw e;
        }
    }

    private void write(ByteBuffer record, long position) throws IOException {
        long at = position;
        while (record.hasRemaining()) {
            at += last().write(record, at);
        }
    }

    private static ByteBuffer record(byte[] block) throws IOException {
        byte[] record = new byte[CodedOutputStream.computeUInt32SizeNoTag(block.length) + block.length];
        CodedOutputStream out = CodedOutputStream.newInstance(record);
        out.writeUInt32NoTag(block.length);
        out.writeRawBytes(block);
        return ByteBuffer.wrap(record);
    }

    /** The bytes of a span. */
    ByteString read(FileSpan span) {
        try {
            byte[] bytes = new byte[span.length()];
            if (readFully(span.segment(), span.offset(), ByteBuffer.wrap(bytes)) < bytes.length) {
                throw new LedgerCorruptException("block file " + name(span.segment()) + " is shorter than its index says");
            }
            return com.google.protobuf.UnsafeByteOperations.unsafeWrap(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int readFully(int segment, long offset, ByteBuffer into) throws IOException {
        if (segment >= segments.size()) {
            throw new LedgerCorruptException("block file " + name(segment) + " is missing");
        }
        FileChannel channel = segments.get(segment);
        int total = 0;
        while (into.hasRemaining()) {
            int count = channel.read(into, offset + total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    /** A whole block on disk. */
    record StoredBlock(Block block, FileSpan span) {}

    /** Reads blocks in order from behind {@code after}, or from the first one where that is null. */
    Scan scan(@Nullable FileSpan after) {
        return new Scan(after == null ? 0 : after.segment(), after == null ? 0 : after.end());
    }

    /** A walk over the records. Not thread-safe. */
    final class Scan {
        private int segment;
        private long offset;
        private long next;

        private Scan(int segment, long offset) {
            this.segment = segment;
            this.next = offset;
        }

        /** The next whole block, or null at the end of the files or at a record that is not whole. */
        @Nullable StoredBlock next() {
            try {
                while (next >= segments.get(segment).size() && segment < segments.size() - 1) {
                    segment++;
                    next = 0;
                }
                offset = next;
                return readRecord();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private @Nullable StoredBlock readRecord() throws IOException {
            ByteBuffer head = ByteBuffer.allocate(MAX_VARINT);
            int available = readFully(segment, offset, head);
            head.flip();
            Prefix prefix = Prefix.read(head);
            if (available == 0 || prefix == null || offset + prefix.size + prefix.value > segments.get(segment).size()) {
                return null;
            }
            FileSpan span = new FileSpan(segment, offset + prefix.size, prefix.value);
            try {
                Block block = Block.parseFrom(BlockFiles.this.read(span));
                next = span.end();
                return new StoredBlock(block, span);
            } catch (InvalidProtocolBufferException e) {
                return null;
            }
        }

        /** Whether the walk has come to the end of the last file. */
        boolean atEnd() {
            return segment == segments.size() - 1 && next >= end;
        }

        /**
         * Whether the record last looked at can be what is left of one that was being written: a record that reaches to
         * the end of the last file or beyond, or has nothing but zeros behind it, as a file has that grew before its data came.
         */
        boolean atTail() throws IOException {
            return segment == segments.size() - 1 && onlyZerosFrom(Math.min(end, offset + recordLength()));
        }

        private long recordLength() throws IOException {
            ByteBuffer head = ByteBuffer.allocate(MAX_VARINT);
            readFully(segment, offset, head);
            head.flip();
            Prefix prefix = Prefix.read(head);
            return prefix == null ? end - offset : (long) prefix.size + prefix.value;
        }

        private boolean onlyZerosFrom(long start) throws IOException {
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            for (long at = start; at < end; at += CHUNK) {
                chunk.clear();
                readFully(segment, at, chunk);
                for (chunk.flip(); chunk.hasRemaining(); ) {
                    if (chunk.get() != 0) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    /** Cuts off everything behind a block; behind nothing where that is null. Only the last file can be cut. */
    void truncateAfter(@Nullable FileSpan last) {
        int segment = last == null ? 0 : last.segment();
        long keep = last == null ? 0 : last.end();
        LOG.warn("Cutting an unfinished block off: {} ends at byte {}", name(segment), keep);
        try {
            for (int i = segments.size() - 1; i > segment; i--) {
                segments.remove(i).close();
                Files.delete(directory.resolve(name(i)));
            }
            last().truncate(keep);
            last().force(true);
            end = keep;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        List<IOException> failures = new ArrayList<>();
        for (FileChannel segment : segments) {
            try {
                segment.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        failures.forEach(e -> LOG.warn("A block file could not be closed", e));
    }

    private record Prefix(int value, int size) {
        /** Reads a varint; null where it is not whole or too long for a length. */
        static @Nullable Prefix read(ByteBuffer bytes) {
            long value = 0;
            for (int size = 1; bytes.hasRemaining() && size <= MAX_VARINT; size++) {
                byte b = bytes.get();
                value |= (long) (b & 0x7f) << (7 * (size - 1));
                if (b >= 0) {
                    return value <= Integer.MAX_VALUE ? new Prefix((int) value, size) : null;
                }
            }
            return null;
        }
    }
}
