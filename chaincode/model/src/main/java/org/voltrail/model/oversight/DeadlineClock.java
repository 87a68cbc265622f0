package org.voltrail.model.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.oversight.Deadline.State;

/**
 * Reads the clocks of one battery at one moment.
 *
 * @param calendar working days and time zone
 * @param facts what has happened to the battery
 * @param roles roles of the organisations that stated the facts, by MSP id
 * @param asOf the moment
 */
public record DeadlineClock(
        WorkingCalendar calendar, Map<Milestone, Fact> facts, Map<String, Set<Role>> roles, Instant asOf) {
    /** The deadlines whose clocks have started. */
    public List<Deadline> read(List<DeadlineRule> rules) {
        return rules.stream().flatMap(rule -> read(rule).stream()).toList();
    }

    /** The deadline, if its clock has started. */
    public Optional<Deadline> read(DeadlineRule rule) {
        Fact start = facts.get(rule.start());
        return start != null && applies(rule, start) ? Optional.of(deadline(rule, start)) : Optional.empty();
    }

    private boolean applies(DeadlineRule rule, Fact start) {
        return obliged(rule.role(), start.party()) && rule.requires().stream().allMatch(fact -> precedes(facts.get(fact), start));
    }

    /** A duty of one role does not bind an organisation that is known not to have that role. */
    private boolean obliged(@Nullable Role role, @Nullable String party) {
        Set<Role> held = party == null ? null : roles.get(party);
        return role == null || held == null || held.contains(role);
    }

    private static boolean precedes(@Nullable Fact required, Fact start) {
        Instant recorded = required == null ? null : required.recorded();
        return recorded != null && (start.recorded() == null || !recorded.isAfter(start.recorded()));
    }

    private Deadline deadline(DeadlineRule rule, Fact start) {
        LocalDate due = rule.due(start.happened(), calendar);
        LocalDate stopped = stopped(rule, start);
        LocalDate today = LocalDate.ofInstant(asOf, calendar.zone());
        return new Deadline(
                rule.id(),
                rule.duty(),
                rule.role(),
                start.party(),
                state(stopped, today, due),
                start.happened().toString(),
                due.toString(),
                stopped == null ? null : stopped.toString(),
                stopped == null ? ChronoUnit.DAYS.between(today, due) : null,
                !calendar.covers(due),
                rule.source());
    }

    private static State state(@Nullable LocalDate stopped, LocalDate today, LocalDate due) {
        if (stopped == null) {
            return today.isAfter(due) ? State.OVERDUE : State.RUNNING;
        }
        return stopped.isAfter(due) ? State.MISSED : State.MET;
    }

    private @Nullable LocalDate stopped(DeadlineRule rule, Fact start) {
        return rule.stop().stream()
                .map(facts::get)
                .filter(Objects::nonNull)
                .map(Fact::recorded)
                .filter(recorded -> recorded != null && !before(recorded, start))
                .min(Comparator.naturalOrder())
                .map(recorded -> LocalDate.ofInstant(recorded, calendar.zone()))
                .orElse(null);
    }

    /** A fact recorded before the starting one belongs to an earlier run of the clock. */
    private static boolean before(Instant recorded, Fact start) {
        return start.recorded() != null && recorded.isBefore(start.recorded());
    }
}
