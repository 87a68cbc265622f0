package org.voltrail.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** What a folder takes up, and how long its disk takes to make a write durable. */
final class Disk {

    private static final int WRITES = 100;
    private static final int BYTES = 8 * 1024;

    private Disk() {}

    /** Bytes of all files below a folder; files that vanish meanwhile do not count. */
    static long size(Path folder) throws IOException {
        AtomicLong bytes = new AtomicLong();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes.addAndGet(attributes.size());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes.get();
    }

    /** Median time in ms to append 8 KiB, about a transaction, and force it to disk. */
    static double forcedWriteMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "bench", ".tmp");
        Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < WRITES; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(false);
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            }
        } finally {
            Files.delete(file);
        }
        return micros.getValueAtPercentile(50) / 1000.0;
    }
}
