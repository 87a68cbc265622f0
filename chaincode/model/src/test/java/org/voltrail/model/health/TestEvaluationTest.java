package org.voltrail.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.health.NegativeEvent.Kind;
import org.voltrail.model.testing.Batteries;
import org.voltrail.model.testing.Reports;

class TestEvaluationTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final NegativeEvent FIRE = new NegativeEvent(Kind.THERMAL_EVENT, "2025-01-01");

    private final Battery battery = Batteries.of(Batteries.pack());

    private TestEvaluation evaluate(TestReport report, Optional<HealthTest> known) {
        return TestEvaluation.of(Check.root(), battery, report, known, NOW);
    }

    private LedgerError refusal(TestReport report, HealthTest known) {
        return Assertions.catchThrowableOfType(LedgerException.class, () -> evaluate(report, Optional.of(known))).error();
    }

    private HealthTest recorded(TestReport report) {
        TestEvaluation evaluation = evaluate(report, Optional.empty());
        return new HealthTest(
                "t1", battery.id(), "TesterMSP", "A-1", report, evaluation.negativeEvents(), evaluation.stateOfHealth(),
                evaluation.grading(), "2026-01-01T00:00:00.000Z", "tx");
    }

    @Test
    void aGoodPackIsGradedForReUse() {
        TestEvaluation evaluation = evaluate(Reports.at("2026-01-01T00:00:00Z", Reports.packAt(930)), Optional.empty());
        assertThat(evaluation.grading().grade()).isEqualTo(Grade.RE_USE);
        assertThat(evaluation.stateOfHealth().permille()).isEqualTo(930);
    }

    @Test
    void aFireIsNotForgottenWhenALaterReportLeavesItOut() {
        HealthTest first = recorded(Reports.at("2026-01-01T00:00:00Z", Reports.withEvents(Reports.packAt(950), FIRE)));
        TestEvaluation second = evaluate(Reports.at("2026-02-01T00:00:00Z", Reports.packAt(950)), Optional.of(first));
        assertThat(second.negativeEvents()).containsExactly(FIRE);
        assertThat(second.grading().grade()).isEqualTo(Grade.RECYCLE);
    }

    @Test
    void aLateReportOfAnOldTestCannotBringUpAFire() {
        HealthTest latest = recorded(Reports.at("2026-02-01T00:00:00Z", Reports.packAt(950)));
        TestReport old = Reports.at("2026-01-01T00:00:00Z", Reports.withEvents(Reports.packAt(950), FIRE));
        assertThat(refusal(old, latest).field()).isEqualTo("measurements.negativeEvents");
    }

    @Test
    void anInitialValueIsStatedOnceAndForAll() {
        HealthTest first = recorded(Reports.at("2026-01-01T00:00:00Z", Reports.withResistance(Reports.packAt(950), 1_000L, 1_500)));
        TestReport second = Reports.at("2026-02-01T00:00:00Z", Reports.withResistance(Reports.packAt(940), 1_500L, 1_500));
        LedgerError error = refusal(second, first);
        assertThat(error.code()).isEqualTo(ErrorCode.OUT_OF_RANGE);
        assertThat(error.field()).isEqualTo("measurements.ohmicResistanceMicroohm.initial");
        assertThat(error.expected()).isEqualTo("1000");
    }

    @Test
    void aCounterDoesNotRunBackwards() {
        HealthTest first = recorded(Reports.at("2026-01-01T00:00:00Z", Reports.withUsage(Reports.packAt(900), Reports.cycles(800))));
        TestReport second = Reports.at("2026-02-01T00:00:00Z", Reports.withUsage(Reports.packAt(900), Reports.cycles(799)));
        assertThat(refusal(second, first).field()).isEqualTo("measurements.usage.energyThroughputWh");
    }

    @Test
    void aLateReportOfAnOldTestMayHaveLowerCounters() {
        HealthTest latest = recorded(Reports.at("2026-02-01T00:00:00Z", Reports.withUsage(Reports.packAt(900), Reports.cycles(800))));
        TestReport old = Reports.at("2026-01-01T00:00:00Z", Reports.withUsage(Reports.packAt(920), Reports.cycles(700)));
        assertThat(evaluate(old, Optional.of(latest)).stateOfHealth().permille()).isEqualTo(920);
    }

    @Test
    void aTestBeforeManufactureIsRefused() {
        TestReport early = Reports.at("2024-02-29T23:59:59Z", Reports.packAt(900));
        LedgerException refused = Assertions.catchThrowableOfType(LedgerException.class, () -> evaluate(early, Optional.empty()));
        assertThat(refused.error().field()).isEqualTo("testedAt");
    }

    @Test
    void aTestInTheFutureIsRefused() {
        TestReport future = Reports.at("2026-11-24T08:00:01Z", Reports.packAt(900));
        LedgerException refused = Assertions.catchThrowableOfType(LedgerException.class, () -> evaluate(future, Optional.empty()));
        assertThat(refused.code()).isEqualTo(ErrorCode.OUT_OF_RANGE);
    }

    @Test
    void anInstrumentOutOfCalibrationIsRefused() {
        TestReport good = Reports.at("2026-01-02T00:00:00Z", Reports.packAt(900));
        TestReport stale = new TestReport(
                good.testedAt(), good.method(), new Instrument("Cycler 5", "S-17", "2026-01-01"), good.rawDataSha256(), null, good.measurements());
        LedgerException refused = Assertions.catchThrowableOfType(LedgerException.class, () -> evaluate(stale, Optional.empty()));
        assertThat(refused.error().field()).isEqualTo("instrument.calibratedUntil");
    }

    @Test
    void anEventAfterTheTestIsRefused() {
        NegativeEvent later = new NegativeEvent(Kind.LEAKAGE, "2026-01-02");
        TestReport report = Reports.at("2026-01-01T00:00:00Z", Reports.withEvents(Reports.packAt(900), later));
        LedgerException refused = Assertions.catchThrowableOfType(LedgerException.class, () -> evaluate(report, Optional.empty()));
        assertThat(refused.error().field()).isEqualTo("measurements.negativeEvents[0].on");
    }
}
