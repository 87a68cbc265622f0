package org.voltrail.network.identity;

import org.jspecify.annotations.Nullable;

/** An identity that cannot be parsed, belongs to no known MSP, or is not valid; the message has Fabric's wording where it has one. */
public final class MspException extends Exception {
    public MspException(String message) {
        super(message);
    }

    public MspException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
