package org.voltrail.cli;

import org.jspecify.annotations.Nullable;

/** A failure that the user can understand and do something about. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final @Nullable String remedy;

    /**
     * A failure.
     *
     * @param exitCode what the process exits with
     * @param message what is wrong, naming the thing
     * @param remedy what to do about it, if there is something
     */
    public CliException(ExitCode exitCode, String message, @Nullable String remedy) {
        this(exitCode, message, remedy, null);
    }

    /**
     * A failure with a cause.
     *
     * @param exitCode what the process exits with
     * @param message what is wrong, naming the thing
     * @param remedy what to do about it, if there is something
     * @param cause what led to it
     */
    public CliException(ExitCode exitCode, String message, @Nullable String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.remedy = remedy;
    }

    /** {@return what the process exits with} */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** {@return what to do about it, if there is something} */
    public @Nullable String remedy() {
        return remedy;
    }
}
