package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the accreditation register.
 *
 * @param accreditations by organisation and scope
 * @param bookmark hand this in for the next page; null if there is none
 */
public record AccreditationPage(List<Accreditation> accreditations, @Nullable String bookmark) {
    /** Copies the list. */
    public AccreditationPage {
        accreditations = Copies.list(accreditations);
    }
}
