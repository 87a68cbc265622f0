package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the claims of a scheme.
 *
 * @param claims in the order of the battery ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record ClaimPage(List<IncentiveClaim> claims, @Nullable String bookmark) {
    /** Copies the list. */
    public ClaimPage {
        claims = Copies.list(claims);
    }
}
