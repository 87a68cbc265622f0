package org.voltrail.model.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Specification;

/**
 * What the ledger makes of a test report.
 *
 * @param negativeEvents negative events that are known of the battery: of this report and of earlier ones. What has happened to a
 *     battery does not go away because a later report leaves it out.
 * @param stateOfHealth computed state of health
 * @param grading computed grade with its reasons
 */
public record TestEvaluation(List<NegativeEvent> negativeEvents, StateOfHealth stateOfHealth, Grading grading) {
    /** Most negative events known of one battery. */
    public static final int EVENTS_MAX = 500;

    /** Copies the list. */
    public TestEvaluation {
        negativeEvents = Copies.list(negativeEvents);
    }

    /**
     * Checks a report against the battery and evaluates it.
     *
     * @param check path of the report
     * @param battery the battery, with its declared values and its condition
     * @param report the report
     * @param known the battery's latest recorded test
     * @param now time of the transaction
     * @throws org.voltrail.model.LedgerException {@code OUT_OF_RANGE} for implausible or contradictory values and for dates that do
     *     not fit, {@code MALFORMED_REQUEST} if the energy is missing for a vehicle's pack
     */
    public static TestEvaluation of(Check check, Battery battery, TestReport report, Optional<HealthTest> known, Instant now) {
        Specification rated = battery.specification();
        demandDates(check, rated, report, now);
        Check at = check.at("measurements");
        Plausibility.check(at, rated, report.measurements());
        known.ifPresent(test -> Continuity.check(at, report, test));
        List<NegativeEvent> events = merged(report, known);
        at.atMost("negativeEvents", events, EVENTS_MAX);
        StateOfHealth health = StateOfHealthRule.of(rated, report.measurements());
        Grading grading = GradingRules.defaults().grade(Indicator.of(health, report.measurements().usage(), events), battery.condition());
        return new TestEvaluation(events, health, grading);
    }

    private static List<NegativeEvent> merged(TestReport report, Optional<HealthTest> known) {
        Stream<NegativeEvent> earlier = known.stream().flatMap(test -> test.negativeEvents().stream());
        return Stream.concat(earlier, report.measurements().negativeEvents().stream()).distinct().toList();
    }

    private static void demandDates(Check check, Specification rated, TestReport report, Instant now) {
        Instant tested = Instant.parse(report.testedAt());
        LocalDate day = LocalDate.ofInstant(tested, ZoneOffset.UTC);
        LocalDate made = LocalDate.parse(rated.manufacturedOn());
        demand(check, "testedAt", !day.isBefore(made) && !tested.isAfter(now), made + " to " + now, report.testedAt());
        String calibrated = report.instrument().calibratedUntil();
        if (calibrated != null) {
            demand(check.at("instrument"), "calibratedUntil", !day.isAfter(LocalDate.parse(calibrated)), "not before " + day, calibrated);
        }
        List<NegativeEvent> events = report.measurements().negativeEvents();
        for (int i = 0; i < events.size(); i++) {
            LocalDate on = LocalDate.parse(events.get(i).on());
            boolean fits = !on.isBefore(made) && !on.isAfter(day);
            demand(check.at("measurements").at("negativeEvents", i), "on", fits, made + " to " + day, events.get(i).on());
        }
    }

    private static void demand(Check check, String field, boolean fits, String expected, String actual) {
        if (!fits) {
            throw check.error(ErrorCode.OUT_OF_RANGE, field, "The date does not fit.").comparing(expected, actual).exception();
        }
    }
}
