package org.voltrail.network.policy;

import org.jspecify.annotations.Nullable;

/** A policy that makes no sense, in a configuration or as text. */
public final class PolicyException extends Exception {
    public PolicyException(String message) {
        super(message);
    }

    public PolicyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
