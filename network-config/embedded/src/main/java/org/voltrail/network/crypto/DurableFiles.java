package org.voltrail.network.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Writes whole files so that a killed process leaves either the old content or the new, never half of it. */
public final class DurableFiles {
    private static final FileAttribute<?>[] OWNER_ONLY = permissions("rw-------");
    private static final FileAttribute<?>[] READABLE = permissions("rw-r--r--");

    private DurableFiles() {}

    /** Writes a file that everybody may read, and the folders above it. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, READABLE, true);
    }

    /** Writes a file that only its owner may read (mode 0600), and the folders above it. */
    public static void writePrivately(Path file, byte[] content) throws IOException {
        write(file, content, OWNER_ONLY, true);
    }

    static void writeWithoutForce(Path file, byte[] content, boolean privately) throws IOException {
        write(file, content, privately ? OWNER_ONLY : READABLE, false);
    }

    /** Makes everything in a folder durable. */
    public static void force(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (Files.isDirectory(path)) {
                    forceFolder(path);
                } else {
                    forceFile(path);
                }
            }
        }
    }

    private static void write(Path file, byte[] content, FileAttribute<?>[] attributes, boolean force) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = folder.resolve("." + file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            writeFully(channel, ByteBuffer.wrap(content));
            if (force) {
                channel.force(true);
            }
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (force) {
            forceFolder(folder);
        }
    }

    private static void forceFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    /** Makes the new name durable, where the system lets folders be opened. */
    private static void forceFolder(Path folder) throws IOException {
        if (hasPosixPermissions()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return hasPosixPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPosixPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
