package org.voltrail.network;

import org.jspecify.annotations.Nullable;

/** The network cannot be started or changed; the message says why, the remedy what to do about it. */
public final class NetworkStartException extends RuntimeException {
    private final String remedy;

    public NetworkStartException(String message, String remedy) {
        this(message, remedy, null);
    }

    public NetworkStartException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What to do: one sentence. */
    public String remedy() {
        return remedy;
    }
}
