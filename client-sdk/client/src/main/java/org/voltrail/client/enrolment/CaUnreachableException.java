package org.voltrail.client.enrolment;

import org.jspecify.annotations.Nullable;

/** The certificate authority did not answer, or not as a Fabric CA does. Trying again later may help. */
public final class CaUnreachableException extends CaException {
    private static final long serialVersionUID = 1L;

    /** A failure with its cause. */
    public CaUnreachableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
