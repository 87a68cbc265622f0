package org.voltrail.cli.ageing;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Evaluates a discharge curve: capacity and energy by counting down to the cut-off voltage, resistance from the first
 * voltage drop.
 *
 * <p>Charge and energy are integrated over the readings by the trapezoidal rule from the first reading until the first one
 * under load below the cut-off voltage. Where a curve is thinned the crossing lies between two readings; it is placed
 * by linear interpolation of the voltage. The resistance is the drop between the last reading at rest and the first
 * under load, over the current: a direct-current resistance that holds the ohmic part and what polarisation has built up by
 * then, as IEC 62660-1 clause 7.4 measures it with pulses of 10 s; the result says after how many seconds it was read.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class DischargeEvaluator {

    private static final double SECONDS_PER_HOUR = 3600.0;

    private final CellRating rating;

    /**
     * Creates an evaluator.
     *
     * @param rating of the cells whose curves it is given
     */
    public DischargeEvaluator(CellRating rating) {
        this.rating = rating;
    }

    /**
     * Evaluates a curve, whether or not it is sound; {@link CycleCheck} judges that.
     *
     * @param curve to evaluate
     * @param before what the cell had been through before
     * @return the figures; a curve without load gives a capacity of 0
     */
    public DischargeTest evaluate(DischargeCurve curve, Wear before) {
        List<Sample> samples = curve.samples();
        Count count = new Count();
        for (int i = 1; i < samples.size() && !count.cutOff; i++) {
            count.add(samples.get(i - 1), samples.get(i));
        }
        Drop drop = Drop.of(samples);
        double ampereHours = count.coulombs / SECONDS_PER_HOUR;
        double wattHours = count.joules / SECONDS_PER_HOUR;
        return new DischargeTest(curve.cell(), curve.cycle(), before.plus(ampereHours, wattHours),
                ampereHours, wattHours, drop.ohms(), drop.seconds(),
                count.meanAmperes(), curve.ambientCelsius(), count.coolest(samples), count.warmest(samples),
                count.loadSeconds, count.cutOff || endsAtCutOff(samples), curve.sha256());
    }

    /** Whether the load went off where the next reading at the same slope would have been below the cut-off voltage. */
    private boolean endsAtCutOff(List<Sample> samples) {
        int last = lastLoaded(samples);
        if (last < 1 || !samples.get(last - 1).loaded()) {
            return false;
        }
        Sample end = samples.get(last);
        double slope = end.volts() - samples.get(last - 1).volts();
        return end.volts() + 2 * Math.min(slope, 0) <= rating.cutOffVolts();
    }

    private static int lastLoaded(List<Sample> samples) {
        int last = samples.size() - 1;
        while (last >= 0 && !samples.get(last).loaded()) {
            last--;
        }
        return last;
    }

    /** The integrals so far. */
    private final class Count {
        private double coulombs;
        private double joules;
        private double loadSeconds;
        private double maxCelsius = Double.NEGATIVE_INFINITY;
        private double minCelsius = Double.POSITIVE_INFINITY;
        private boolean cutOff;

        private void add(Sample from, Sample to) {
            double share = shareBeforeCutOff(from, to);
            double seconds = (to.seconds() - from.seconds()) * share;
            double load = Math.max(0, (from.load() + to.load()) / 2);
            coulombs += seconds * load;
            joules += seconds * load * (from.volts() + to.volts()) / 2;
            loadSeconds += to.loaded() ? seconds : 0;
            maxCelsius = Math.max(maxCelsius, Math.max(from.celsius(), to.celsius()));
            minCelsius = Math.min(minCelsius, Math.min(from.celsius(), to.celsius()));
        }

        /** How much of the stretch lies above the cut-off voltage: 1, or less in the stretch that crosses it. */
        private double shareBeforeCutOff(Sample from, Sample to) {
            if (!to.loaded() || to.volts() >= rating.cutOffVolts()) {
                return 1;
            }
            cutOff = true;
            double fall = from.volts() - to.volts();
            return fall <= 0 ? 0 : Math.min(1, Math.max(0, (from.volts() - rating.cutOffVolts()) / fall));
        }

        private double meanAmperes() {
            return loadSeconds > 0 ? coulombs / loadSeconds : 0;
        }

        private double warmest(List<Sample> samples) {
            return Double.isFinite(maxCelsius) ? maxCelsius : first(samples);
        }

        private double coolest(List<Sample> samples) {
            return Double.isFinite(minCelsius) ? minCelsius : first(samples);
        }

        private static double first(List<Sample> samples) {
            return samples.isEmpty() ? Double.NaN : samples.get(0).celsius();
        }
    }

    /** The first fall of the voltage under load. */
    private record Drop(OptionalDouble ohms, double seconds) {

        private static Drop of(List<Sample> samples) {
            for (int i = 1; i < samples.size(); i++) {
                if (samples.get(i).loaded()) {
                    return between(samples.get(i - 1), samples.get(i));
                }
            }
            return new Drop(OptionalDouble.empty(), 0);
        }

        private static Drop between(Sample rest, Sample loaded) {
            double drop = rest.volts() - loaded.volts();
            OptionalDouble ohms = rest.loaded() || drop <= 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(drop / (loaded.load() - rest.load()));
            return new Drop(ohms, loaded.seconds() - rest.seconds());
        }
    }
}
