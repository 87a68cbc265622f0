package org.voltrail.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.cli.ageing.CurveGenerator;
import org.voltrail.model.Check;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.health.Plausibility;
import org.voltrail.model.health.TestReport;

class FleetTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Run RUN = Run.at(NOW, 7);
    private final List<Life> lives = fleet().lives(40);

    private static Fleet fleet() {
        return new Fleet(RUN, new Pack(CurveGenerator.CELL), LocalDate.ofInstant(NOW, ZoneOffset.UTC));
    }

    @Test
    void theSameRunPlansTheSameLives() {
        List<BatteryRegistration> again = fleet().lives(40).stream().map(Life::registration).toList();
        assertThat(lives).extracting(Life::registration).isEqualTo(again);
    }

    @Test
    void everyFateIsAmongTwenty() {
        assertThat(fleet().lives(20)).extracting(Life::fate).contains(Fate.values());
    }

    @Test
    void everyRegistrationWouldBeAccepted() {
        assertThat(lives).allSatisfy(life ->
                assertThatCode(() -> life.registration().validate(Check.root())).doesNotThrowAnyException());
    }

    @Test
    void everyTestFitsItsBattery() {
        Laboratory laboratory = new GeneratedCurves(7, NOW);
        for (Life life : lives.subList(0, 20)) {
            for (TestReport test : laboratory.tests(life)) {
                test.validate(Check.root());
                Plausibility.check(Check.root(), life.registration().specification(), test.measurements());
            }
        }
    }

    @Test
    void testsComeInOrderAfterPuttingIntoServiceAndTheLastIsRecent() {
        Laboratory laboratory = new GeneratedCurves(7, NOW);
        List<Instant> times = laboratory.tests(lives.get(0)).stream().map(test -> Instant.parse(test.testedAt())).toList();
        assertThat(times).isSorted().last().isEqualTo(NOW.minusSeconds(3600));
        assertThat(LocalDate.ofInstant(times.get(0), ZoneOffset.UTC)).isAfter(lives.get(0).inServiceOn());
    }
}
