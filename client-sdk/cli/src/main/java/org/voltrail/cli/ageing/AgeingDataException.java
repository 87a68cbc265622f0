package org.voltrail.cli.ageing;

import java.nio.file.Path;

/** A folder or file of measured ageing data cannot be read as such. The message names the file and what to do. */
public final class AgeingDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AgeingDataException(Path file, String message, Throwable cause) {
        super(file + ": " + message, cause);
    }

    AgeingDataException(Path file, String message) {
        super(file + ": " + message);
    }
}
