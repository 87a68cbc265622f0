package org.voltrail.model.oversight;

import java.util.List;
import org.voltrail.model.Copies;

/**
 * The deadlines of a battery.
 *
 * @param battery id of the battery
 * @param jurisdiction whose rules were applied
 * @param version which state of the rules
 * @param asOf time for which the answer holds, ISO 8601 UTC
 * @param deadlines in the order of the rules; clocks that have not started are left out
 */
public record DeadlineReport(String battery, String jurisdiction, String version, String asOf, List<Deadline> deadlines) {
    /** Copies the list. */
    public DeadlineReport {
        deadlines = Copies.list(deadlines);
    }
}
