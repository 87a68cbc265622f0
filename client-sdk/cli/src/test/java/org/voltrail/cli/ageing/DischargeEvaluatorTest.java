package org.voltrail.cli.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DischargeEvaluatorTest {

    private static final CellRating RATING = new CellRating(2, 3.7, 4.2, 2.7);
    private static final DischargeEvaluator EVALUATOR = new DischargeEvaluator(RATING);

    @Property
    void countsAConstantCurrentExactlyHoweverFewReadingsThereAre(
            @ForAll @DoubleRange(min = 0.2, max = 8) double amperes,
            @ForAll @DoubleRange(min = 600, max = 20_000) double seconds,
            @ForAll @IntRange(min = 10, max = 200) int readings) {
        DischargeTest test = EVALUATOR.evaluate(straight(amperes, seconds, readings), Wear.NONE);
        double crossing = seconds * (4.0 - 2.7) / (4.0 - 2.5);
        assertThat(test.ampereHours()).isCloseTo(amperes * crossing / 3600, within(1e-9 * seconds * amperes));
        assertThat(test.cutOffReached()).isTrue();
    }

    @Property
    void energyIsChargeTimesAVoltageBetweenCutOffAndFull(
            @ForAll @DoubleRange(min = 0.2, max = 8) double amperes,
            @ForAll @DoubleRange(min = 600, max = 20_000) double seconds) {
        DischargeTest test = EVALUATOR.evaluate(straight(amperes, seconds, 100), Wear.NONE);
        assertThat(test.wattHours() / test.ampereHours()).isBetween(2.7, 4.2);
    }

    @Test
    void resistanceIsTheFirstDropOverTheCurrent() {
        List<Sample> samples = List.of(
                new Sample(0, 4.18, 0, 24), new Sample(10, 3.98, -2, 24), new Sample(20, 3.97, -2, 24));
        DischargeTest test = EVALUATOR.evaluate(curve(samples), Wear.NONE);
        assertThat(test.ohms()).hasValue((4.18 - 3.98) / 2);
        assertThat(test.resistanceSeconds()).isEqualTo(10);
    }

    @Test
    void aCurveThatBeginsUnderLoadGivesNoResistance() {
        List<Sample> samples = List.of(new Sample(0, 3.9, -2, 24), new Sample(10, 3.8, -2, 24));
        assertThat(EVALUATOR.evaluate(curve(samples), Wear.NONE).ohms()).isEmpty();
    }

    @Test
    void aDischargeBrokenOffAboveTheCutOffIsReportedAsSuch() {
        List<Sample> samples = List.of(new Sample(0, 4.18, 0, 24), new Sample(10, 3.98, -2, 24),
                new Sample(600, 3.6, -2, 25), new Sample(700, 3.58, -2, 25), new Sample(800, 3.9, 0, 25));
        assertThat(EVALUATOR.evaluate(curve(samples), Wear.NONE).cutOffReached()).isFalse();
    }

    @Test
    void aSteepEndThatFallsBelowTheCutOffBetweenTwoReadingsCountsAsReached() {
        List<Sample> samples = List.of(new Sample(0, 4.18, 0, 24), new Sample(10, 3.98, -2, 24),
                new Sample(600, 3.2, -2, 25), new Sample(700, 2.9, -2, 25), new Sample(800, 3.4, 0, 25));
        assertThat(EVALUATOR.evaluate(curve(samples), Wear.NONE).cutOffReached()).isTrue();
    }

    @Test
    void temperaturesAreThoseUpToTheCutOff() {
        List<Sample> samples = List.of(new Sample(0, 4.18, 0, 24), new Sample(10, 3.98, -2, 24.5),
                new Sample(600, 2.6, -2, 31), new Sample(700, 3.3, 0, 40));
        DischargeTest test = EVALUATOR.evaluate(curve(samples), Wear.NONE);
        assertThat(test.minCelsius()).isEqualTo(24);
        assertThat(test.maxCelsius()).isEqualTo(31);
    }

    @Test
    void aCurveWithoutLoadHasNoCapacity() {
        List<Sample> samples = List.of(new Sample(0, 0.4, 0, 6), new Sample(10, 0.4, -0.002, 6));
        DischargeTest test = EVALUATOR.evaluate(curve(samples), Wear.NONE);
        assertThat(test.ampereHours()).isCloseTo(0, within(1e-5));
        assertThat(test.cutOffReached()).isFalse();
    }

    /** From 4.0 V in a straight line to 2.5 V, so that the 2.7 V are crossed at 1.3/1.5 of the time. */
    private static DischargeCurve straight(double amperes, double seconds, int readings) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i <= readings; i++) {
            double share = (double) i / readings;
            samples.add(new Sample(seconds * share, 4.0 - 1.5 * share, -amperes, 25));
        }
        return curve(samples);
    }

    private static DischargeCurve curve(List<Sample> samples) {
        return new DischargeCurve("cell", 1, 24, samples, "0".repeat(64));
    }
}
