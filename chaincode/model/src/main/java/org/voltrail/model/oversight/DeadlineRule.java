package org.voltrail.model.oversight;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Role;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Milestone;

/**
 * A duty with a clock. The clock starts on the day on which a fact happened and stops when one of the stopping facts is recorded.
 * A rule whose start is among its stops measures how soon after it happened the fact is recorded.
 *
 * @param id id within the jurisdiction
 * @param duty what is to be done, at most 256 characters
 * @param role whose duty it is, if the law names one; an organisation without that role is not bound
 * @param start fact that starts the clock
 * @param stop facts of which any stops it
 * @param requires further facts that must have been recorded before the start, or the rule does not apply
 * @param length length of the period, 1 to 10,000
 * @param unit unit of the length
 * @param source provision
 * @param note how the provision was read, where that is not obvious
 */
public record DeadlineRule(
        String id,
        String duty,
        @Nullable Role role,
        Milestone start,
        Set<Milestone> stop,
        Set<Milestone> requires,
        int length,
        Unit unit,
        String source,
        @Nullable String note)
        implements Validated {
    /** Keeps the facts in order. */
    public DeadlineRule {
        stop = Copies.sortedSet(stop);
        requires = Copies.sortedSet(requires);
    }

    @Override
    public void validate(Check check) {
        check.id("id", id);
        check.text("duty", duty, 256);
        check.required("start", start);
        check.holds("stop", !stop.isEmpty(), "A clock that nothing stops is no deadline.");
        check.range("length", length, 1, 10_000);
        check.required("unit", unit);
        check.text("source", source, Check.TEXT_MAX);
        check.optionalText("note", note, Check.TEXT_MAX);
    }

    /**
     * The last day of the period that starts on a day. A period that would end on a free day ends on the next working day
     * (Regulation (EEC, Euratom) No 1182/71 Art. 3(4); Civil Code of the People's Republic of China Art. 203).
     */
    public LocalDate due(LocalDate started, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_DAYS -> calendar.plusWorkingDays(started, length);
            case CALENDAR_DAYS -> calendar.workingDayFrom(started.plusDays(length));
            case MONTHS -> calendar.workingDayFrom(started.plusMonths(length));
        };
    }

    /** Units of a period. */
    public enum Unit {
        /** Days on which people work. */
        WORKING_DAYS,
        /** All days. */
        CALENDAR_DAYS,
        /** Calendar months. */
        MONTHS
    }
}
