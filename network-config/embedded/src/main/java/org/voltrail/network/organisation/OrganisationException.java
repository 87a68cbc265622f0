package org.voltrail.network.organisation;

import org.jspecify.annotations.Nullable;

/** An organisation's material that cannot be made, is missing, or does not fit together. */
public final class OrganisationException extends Exception {
    public OrganisationException(String message) {
        super(message);
    }

    public OrganisationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
