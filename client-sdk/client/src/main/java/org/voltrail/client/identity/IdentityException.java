package org.voltrail.client.identity;

import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A key, certificate, file or wallet entry cannot be used. */
public final class IdentityException extends VoltrailException {
    private static final long serialVersionUID = 1L;

    /** A failure with a sentence for people. */
    public IdentityException(String message) {
        this(message, null);
    }

    /** A failure with a sentence for people and its cause. */
    public IdentityException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
