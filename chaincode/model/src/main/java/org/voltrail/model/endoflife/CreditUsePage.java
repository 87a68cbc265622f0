package org.voltrail.model.endoflife;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some claims from a credit.
 *
 * @param uses in the order of the battery ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record CreditUsePage(List<CreditUse> uses, @Nullable String bookmark) {
    /** Copies the list. */
    public CreditUsePage {
        uses = Copies.list(uses);
    }
}
