package org.voltrail.model.endoflife;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some lots.
 *
 * @param lots in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record LotPage(List<Lot> lots, @Nullable String bookmark) {
    /** Copies the list. */
    public LotPage {
        lots = Copies.list(lots);
    }
}
