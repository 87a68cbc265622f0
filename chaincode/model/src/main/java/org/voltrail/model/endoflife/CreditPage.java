package org.voltrail.model.endoflife;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some credits.
 *
 * @param credits in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record CreditPage(List<Credit> credits, @Nullable String bookmark) {
    /** Copies the list. */
    public CreditPage {
        credits = Copies.list(credits);
    }
}
