package org.voltrail.model.battery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * A page of batteries.
 *
 * @param batteries in the order of their keys
 * @param bookmark for the next page, null if this is the last
 */
public record BatteryPage(List<Battery> batteries, @Nullable String bookmark) {
    /** Copies the list. */
    public BatteryPage {
        batteries = Copies.list(batteries);
    }
}
