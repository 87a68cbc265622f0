package org.voltrail.network.crypto;

import java.io.IOException;
import java.nio.file.Path;

/** Writes whole files. */
public interface FileStore {
    /** Each file is durable when it has been written: see {@link DurableFiles}. */
    FileStore DURABLE = new FileStore() {
        @Override
        public void write(Path file, byte[] content) throws IOException {
            DurableFiles.write(file, content);
        }

        @Override
        public void writePrivately(Path file, byte[] content) throws IOException {
            DurableFiles.writePrivately(file, content);
        }
    };

    /** Files are not durable until {@link DurableFiles#force} is called on the folder above them: for folders that come into being as a whole. */
    FileStore UNFINISHED = new FileStore() {
        @Override
        public void write(Path file, byte[] content) throws IOException {
            DurableFiles.writeWithoutForce(file, content, false);
        }

        @Override
        public void writePrivately(Path file, byte[] content) throws IOException {
            DurableFiles.writeWithoutForce(file, content, true);
        }
    };

    /** Writes a file that everybody may read, and the folders above it. */
    void write(Path file, byte[] content) throws IOException;

    /** Writes a file that only its owner may read (mode 0600), and the folders above it. */
    void writePrivately(Path file, byte[] content) throws IOException;
}
