package org.voltrail.client.events;

import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A stream ended with a failure that repetition cannot mend. */
public final class StreamException extends VoltrailException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public StreamException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
