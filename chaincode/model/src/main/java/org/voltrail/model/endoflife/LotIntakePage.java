package org.voltrail.model.endoflife;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some batteries of a lot.
 *
 * @param intakes in the order in which they went in; each with at most 1,000 batteries
 * @param bookmark hand this in for the next page; null if there is none
 */
public record LotIntakePage(List<LotIntake> intakes, @Nullable String bookmark) {
    /** Copies the list. */
    public LotIntakePage {
        intakes = Copies.list(intakes);
    }
}
