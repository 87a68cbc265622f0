package org.voltrail.model.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voltrail.model.Copies;
import org.voltrail.model.Resources;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;

/**
 * The table by which batteries are graded. The worst indicator decides. The default table is the resource
 * {@code grading-rules.json} beside this class. Immutable.
 *
 * @param id name and version, written into each grading
 * @param about what the table is for
 * @param thresholds rows; indicators that a test does not give are not judged
 * @param conditions limits by the battery's recorded condition
 */
public record GradingRules(String id, String about, List<Threshold> thresholds, List<ConditionLimit> conditions) {
    private static final GradingRules DEFAULTS = Resources.read(GradingRules.class, "grading-rules.json", GradingRules.class);

    /** Copies the lists. */
    public GradingRules {
        thresholds = Copies.list(thresholds);
        conditions = Copies.list(conditions);
    }

    /** The table that the ledger applies. */
    public static GradingRules defaults() {
        return DEFAULTS;
    }

    /** Grades a battery. Making one indicator worse never makes the grade better. */
    public Grading grade(Map<Indicator, Long> indicators, Condition condition) {
        List<GradeReason> reasons = new ArrayList<>();
        conditions.stream().filter(limit -> limit.condition() == condition).flatMap(limit -> reason(limit).stream()).forEach(reasons::add);
        thresholds.stream().flatMap(threshold -> reason(threshold, indicators).stream()).forEach(reasons::add);
        Grade worst = reasons.stream().map(GradeReason::allows).reduce(Grade.RE_USE, (a, b) -> a.atLeast(b) ? b : a);
        return new Grading(worst, id, reasons);
    }

    private static Optional<GradeReason> reason(ConditionLimit limit) {
        return limit.best() == Grade.RE_USE
                ? Optional.empty()
                : Optional.of(new GradeReason(limit.best(), null, null, null, limit.condition()));
    }

    private static Optional<GradeReason> reason(Threshold threshold, Map<Indicator, Long> indicators) {
        Long value = indicators.get(threshold.indicator());
        if (value == null || threshold.allows(value) == Grade.RE_USE) {
            return Optional.empty();
        }
        Grade allowed = threshold.allows(value);
        return Optional.of(new GradeReason(allowed, threshold.indicator(), value, threshold.failedFor(allowed), null));
    }
}
