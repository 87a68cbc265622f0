package org.voltrail.client.events;

import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A checkpoint cannot be read or kept. */
public final class CheckpointException extends VoltrailException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public CheckpointException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
