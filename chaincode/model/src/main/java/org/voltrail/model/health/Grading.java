package org.voltrail.model.health;

import java.util.List;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.Grade;

/**
 * A grade and why it is not better.
 *
 * @param grade what the battery is good for
 * @param rules id of the rule table that was applied
 * @param reasons what rules out a better grade; empty for the best grade
 */
public record Grading(Grade grade, String rules, List<GradeReason> reasons) {
    /** Copies the list. */
    public Grading {
        reasons = Copies.list(reasons);
    }
}
