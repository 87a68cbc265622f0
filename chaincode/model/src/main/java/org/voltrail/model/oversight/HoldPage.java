package org.voltrail.model.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of the holds on a battery, standing and released.
 *
 * @param holds in the order of their ids
 * @param bookmark hand this in for the next page; null if there is none
 */
public record HoldPage(List<BatteryHold> holds, @Nullable String bookmark) {
    /** Copies the list. */
    public HoldPage {
        holds = Copies.list(holds);
    }
}
