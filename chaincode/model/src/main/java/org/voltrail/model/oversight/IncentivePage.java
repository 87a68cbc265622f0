package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the incentive schemes.
 *
 * @param schemes in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record IncentivePage(List<IncentiveScheme> schemes, @Nullable String bookmark) {
    /** Copies the list. */
    public IncentivePage {
        schemes = Copies.list(schemes);
    }
}
