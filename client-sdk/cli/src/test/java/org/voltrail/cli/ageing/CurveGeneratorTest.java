package org.voltrail.cli.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CurveGeneratorTest {

    private static final AgeingLaw.Usage CAR = new AgeingLaw.Usage(25, 3.75, 3.8, 0.5, 1);
    private static final DischargeEvaluator EVALUATOR = new DischargeEvaluator(CurveGenerator.CELL);

    private final CurveGenerator generator = new CurveGenerator(42, new SchmalstiegAgeing());

    @Test
    void theSameSeedGivesTheSameCurve() {
        DischargeCurve again = new CurveGenerator(42, new SchmalstiegAgeing()).capacityTest("c", CAR, 500, 0.5, 25);
        assertThat(generator.capacityTest("c", CAR, 500, 0.5, 25)).isEqualTo(again);
    }

    @Test
    void anotherSeedGivesAnotherCurve() {
        DischargeCurve other = new CurveGenerator(43, new SchmalstiegAgeing()).capacityTest("c", CAR, 500, 0.5, 25);
        assertThat(generator.capacityTest("c", CAR, 500, 0.5, 25).sha256()).isNotEqualTo(other.sha256());
    }

    @Test
    void whatWasGeneratedBeforeMakesNoDifference() {
        DischargeCurve first = generator.capacityTest("c", CAR, 500, 0.5, 25);
        generator.capacityTest("d", CAR, 500, 0.5, 25);
        assertThat(generator.capacityTest("c", CAR, 500, 0.5, 25)).isEqualTo(first);
    }

    @Test
    void aNewCellDeliversWhatItIsRatedFor() {
        assertThat(health("c", 0)).isBetween(0.98, 1.06);
    }

    @Property(tries = 50)
    void generatedCurvesAreSoundCapacityTests(
            @ForAll @IntRange(max = 1000) int cell, @ForAll @DoubleRange(min = 0, max = 5000) double days) {
        DischargeCurve curve = generator.capacityTest("cell-" + cell, CAR, days, 0.5, 25);
        DischargeTest test = EVALUATOR.evaluate(curve, Wear.NONE);
        CycleEntry entry = new CycleEntry(curve.cell(), 1, true, java.time.LocalDateTime.MIN, 25,
                java.util.OptionalDouble.of(test.ampereHours()), true);
        java.util.Set<Fault> faults = CycleCheck.none();
        new CycleCheck(CurveGenerator.CELL, FaultCriteria.DEFAULT).judge(entry, curve, test, faults);
        assertThat(faults).isEmpty();
    }

    @Property(tries = 50)
    void healthFallsAndResistanceGrowsWithTheYears(@ForAll @DoubleRange(min = 0, max = 4000) double days) {
        DischargeTest young = EVALUATOR.evaluate(generator.capacityTest("c", CAR, days, 0.5, 25), Wear.NONE);
        DischargeTest old = EVALUATOR.evaluate(generator.capacityTest("c", CAR, days + 400, 0.5, 25), Wear.NONE);
        assertThat(old.ampereHours()).isLessThan(young.ampereHours());
        assertThat(old.ohms().orElseThrow()).isGreaterThan(young.ohms().orElseThrow());
    }

    private double health(String cell, double days) {
        DischargeCurve curve = generator.capacityTest(cell, CAR, days, 0.5, 25);
        return EVALUATOR.evaluate(curve, Wear.NONE).stateOfHealth(CurveGenerator.CELL);
    }
}
