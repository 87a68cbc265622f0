package org.voltrail.client;

import org.jspecify.annotations.Nullable;

/** Root of everything that this SDK throws on purpose. Unchecked, so that it travels through completion stages unchanged. */
public class VoltrailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with a sentence for people. */
    public VoltrailException(String message) {
        super(message);
    }

    /** A failure with a sentence for people and its cause. */
    public VoltrailException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
