package org.voltrail.network.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The chaincode packages installed on one peer, as files of a folder. Thread-safe. */
public final class PackageStore {
    private static final String SUFFIX = ".tar.gz";

    private final Path folder;
    private final Map<String, ChaincodePackage> packages = new ConcurrentSkipListMap<>();

    /**
     * Opens the store and reads what is installed.
     *
     * @throws LifecycleException when a file there is not a chaincode package
     */
    public PackageStore(Path folder) throws LifecycleException {
        this.folder = folder;
        for (Path file : files(folder)) {
            ChaincodePackage installed = ChaincodePackage.parse(read(file));
            packages.put(installed.packageId(), installed);
        }
    }

    private static List<Path> files(Path folder) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.toString().endsWith(SUFFIX)).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of installed chaincodes cannot be read: " + folder, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("An installed chaincode cannot be read: " + file, e);
        }
    }

    /** Keeps a package; false when it was there already. */
    boolean save(ChaincodePackage installed) {
        if (packages.containsKey(installed.packageId())) {
            return false;
        }
        write(folder.resolve(installed.packageId().replace(':', '.') + SUFFIX), installed.bytes());
        return packages.put(installed.packageId(), installed) == null;
    }

    private static void write(Path file, byte[] bytes) {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(partial, bytes);
            try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The chaincode package cannot be written to " + file, e);
        }
    }

    Optional<ChaincodePackage> find(String packageId) {
        return Optional.ofNullable(packages.get(packageId));
    }

    /** All packages, by package id. */
    List<ChaincodePackage> list() {
        return List.copyOf(packages.values());
    }
}
