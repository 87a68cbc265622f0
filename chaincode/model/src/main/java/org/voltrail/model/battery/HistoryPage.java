package org.voltrail.model.battery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Copies;

/**
 * A page of a battery's history.
 *
 * @param events in the order asked for
 * @param bookmark for the next page, null if this is the last
 * @param total number of events of the battery
 */
public record HistoryPage(List<BatteryEvent> events, @Nullable String bookmark, long total) {
    /** Copies the list. */
    public HistoryPage {
        events = Copies.list(events);
    }
}
