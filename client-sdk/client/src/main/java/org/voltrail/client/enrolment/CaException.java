package org.voltrail.client.enrolment;

import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailException;

/** A request to a certificate authority failed. */
public abstract sealed class CaException extends VoltrailException permits CaRefusedException, CaUnreachableException {
    private static final long serialVersionUID = 1L;

    CaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
