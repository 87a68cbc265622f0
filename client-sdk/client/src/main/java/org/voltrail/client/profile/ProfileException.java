package org.voltrail.client.profile;

import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A connection profile cannot be used. Names the field at fault. */
public final class ProfileException extends VoltrailException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /** A field with a fault. */
    public ProfileException(String field, String message) {
        this(field, message, null);
    }

    /** A field with a fault and its cause. */
    public ProfileException(String field, String message, @Nullable Throwable cause) {
        super((field.isEmpty() ? "Connection profile: " : "Connection profile, " + field + ": ") + message, cause);
        this.field = field;
    }

    /** Path of the field, for example {@code peers.peer0.example.org.url}; empty if the whole profile is at fault. */
    public String field() {
        return field;
    }
}
