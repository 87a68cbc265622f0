package org.voltrail.model.endoflife;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Chemistry.Family;

/**
 * What a recycler says about a lot when it opens it.
 *
 * @param family family of batteries that it takes; decides the targets (Annex XII B)
 * @param process recycling process, for example {@code mechanical and hydrometallurgical}, at most 128 characters
 * @param site name or GLN of the plant, at most 128 characters
 * @param startedOn first day of processing, {@code yyyy-MM-dd}
 */
public record LotPlan(Family family, String process, String site, String startedOn) implements Validated {
    @Override
    public void validate(Check check) {
        check.required("family", family);
        check.text("process", process, 128);
        check.text("site", site, 128);
        check.date("startedOn", startedOn);
    }
}
