package org.voltrail.network.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files and databases of one ledger, locked against a second process. */
final class LedgerStorage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerStorage.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FileChannel lock;
    private final BlockFiles files;
    private final Database<StateTable> state;
    private final Database<PrivateTable> privateData;
    private final PrivateStore privateStore;
    private final TransientStore transientStore;

    private LedgerStorage(FileChannel lock, Path directory, LedgerSettings settings) {
        this.lock = lock;
        files = BlockFiles.open(directory.resolve("blocks"), settings.segmentBytes());
        state = openState(directory.resolve("state"));
        privateData = Database.open(directory.resolve("private"), PrivateTable.class);
        privateStore = new PrivateStore(privateData);
        transientStore = new TransientStore(privateData, settings.transientBytes());
    }

    /** Opens a directory, which is made where it does not exist. */
    static LedgerStorage open(Path directory, LedgerSettings settings) {
        try {
            Files.createDirectories(directory);
            FileChannel lock =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new IllegalStateException("the ledger in " + directory + " is in use");
            }
            return new LedgerStorage(lock, directory, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The state can be rebuilt, so a damaged one is thrown away. */
    private static Database<StateTable> openState(Path directory) {
        try {
            return Database.open(directory, StateTable.class);
        } catch (LedgerFailedException e) {
            LOG.warn("The state cannot be opened and is rebuilt from the blocks: {}", e.getMessage());
            delete(directory);
            return Database.open(directory, StateTable.class);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BlockFiles files() {
        return files;
    }

    Database<StateTable> state() {
        return state;
    }

    PrivateStore privateStore() {
        return privateStore;
    }

    TransientStore transientStore() {
        return transientStore;
    }

    /** Closes everything. Simulations are given some time to end; native memory that one still uses is not freed under it. */
    @Override
    public void close() {
        if (!state.awaitUnused(PATIENCE)) {
            LOG.warn("Simulations are still open; the state's database is left to the end of the process");
            return;
        }
        state.close();
        privateData.close();
        files.close();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The ledger's lock could not be released", e);
        }
    }
}
