package org.voltrail.client.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voltrail.client.internal.files.SafeFiles;

/**
 * A wallet in a folder: one file {@code <label>.id} for each identity, in the JSON format of Fabric's own file-system wallets, so that
 * other Fabric clients can use it. The folder it makes and its files are the owner's alone (modes 0700 and 0600 where the file system
 * has them); a file is replaced as a whole.
 */
public final class FileWallet implements Wallet {
    private static final String SUFFIX = ".id";

    private final Path folder;

    private FileWallet(Path folder) {
        this.folder = folder;
    }

    /**
     * The wallet in a folder, which is made if there is none.
     *
     * @throws IdentityException if it cannot be made
     */
    public static FileWallet open(Path folder) {
        try {
            SafeFiles.makeFolder(folder);
            return new FileWallet(folder);
        } catch (IOException e) {
            throw new IdentityException("No wallet can be made in " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<LedgerIdentity> get(String label) {
        Path file = file(label);
        try {
            return Optional.of(WalletEntry.parse(Files.readAllBytes(file)).identity());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IdentityException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void put(String label, LedgerIdentity identity) {
        Path file = file(label);
        try {
            SafeFiles.replace(file, WalletEntry.of(identity).bytes());
        } catch (IOException e) {
            throw new IdentityException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public boolean remove(String label) {
        Path file = file(label);
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new IdentityException("Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> labels() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IdentityException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private Path file(String label) {
        return folder.resolve(Labels.require(label) + SUFFIX);
    }
}
