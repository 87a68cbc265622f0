package org.voltrail.model.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.oversight.Deadline.State;
import org.voltrail.model.oversight.DeadlineRule.Unit;

class DeadlineProperties {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    private final WorkingCalendar china = DeadlineRules.defaults("CN").orElseThrow().calendar();

    private static DeadlineRule rule(int length, Unit unit) {
        return new DeadlineRule("r", "Do it.", null, Milestone.COLLECTED, Set.of(Milestone.RECYCLED), Set.of(), length, unit, "none", null);
    }

    @Property
    void aDeadlineFallsOnAWorkingDayAfterItsStart(@ForAll @IntRange(max = 700) int start, @ForAll @IntRange(min = 1, max = 60) int length, @ForAll Unit unit) {
        LocalDate started = FIRST.plusDays(start);
        LocalDate due = rule(length, unit).due(started, china);
        assertThat(due).isAfter(started);
        assertThat(china.works(due)).isTrue();
    }

    @Property
    void exactlyAsManyWorkingDaysPassAsTheRuleGives(@ForAll @IntRange(max = 600) int start, @ForAll @IntRange(min = 1, max = 60) int length) {
        LocalDate started = FIRST.plusDays(start);
        LocalDate due = china.plusWorkingDays(started, length);
        long worked = started.plusDays(1).datesUntil(due.plusDays(1)).filter(china::works).count();
        assertThat(worked).isEqualTo(length);
    }

    @Property
    void aLaterStartNeverMakesADeadlineEarlier(@ForAll @IntRange(max = 600) int start, @ForAll @IntRange(min = 1, max = 60) int length, @ForAll Unit unit) {
        LocalDate started = FIRST.plusDays(start);
        assertThat(rule(length, unit).due(started.plusDays(1), china)).isAfterOrEqualTo(rule(length, unit).due(started, china));
    }

    @Property
    void aClockThatRunsIsOverdueFromTheDayAfterTheLast(@ForAll @IntRange(max = 300) int start, @ForAll @IntRange(max = 120) int later) {
        LocalDate started = FIRST.plusDays(start);
        LocalDate today = started.plusDays(later);
        Map<Milestone, Fact> facts = Map.of(Milestone.COLLECTED, new Fact(started, noon(started), null));
        Deadline deadline = new DeadlineClock(china, facts, Map.of(), noon(today)).read(rule(20, Unit.WORKING_DAYS)).orElseThrow();
        assertThat(deadline.state() == State.OVERDUE).isEqualTo(today.isAfter(LocalDate.parse(deadline.dueOn())));
        assertThat(deadline.daysLeft() < 0).isEqualTo(deadline.state() == State.OVERDUE);
    }

    @Property
    void aStoppedClockDoesNotChangeAnyMore(@ForAll @IntRange(max = 300) int start, @ForAll @IntRange(max = 120) int stop, @ForAll @IntRange(max = 500) int later) {
        LocalDate started = FIRST.plusDays(start);
        LocalDate stopped = started.plusDays(stop);
        Map<Milestone, Fact> facts = Map.of(
                Milestone.COLLECTED, new Fact(started, noon(started), null), Milestone.RECYCLED, new Fact(stopped, noon(stopped), null));
        DeadlineRule rule = rule(20, Unit.WORKING_DAYS);
        Deadline now = new DeadlineClock(china, facts, Map.of(), noon(stopped)).read(rule).orElseThrow();
        assertThat(new DeadlineClock(china, facts, Map.of(), noon(stopped.plusDays(later))).read(rule)).contains(now);
        assertThat(now.state()).isEqualTo(stopped.isAfter(LocalDate.parse(now.dueOn())) ? State.MISSED : State.MET);
    }

    /** Noon in Shanghai. */
    private static Instant noon(LocalDate day) {
        return day.atTime(4, 0).toInstant(ZoneOffset.UTC);
    }
}
