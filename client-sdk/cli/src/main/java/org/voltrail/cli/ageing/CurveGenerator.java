package org.voltrail.cli.ageing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Generates discharge curves of aged cells: an {@link AgeingLaw} says what is left of the cell, an equivalent circuit
 * discharges it at constant current, and noise of a laboratory instrument is laid over the readings.
 *
 * <p>The same seed, cell and arguments give the same curve on every machine, whatever was generated before: each cell has
 * its own stream of random numbers. Cells differ as those of one production lot do: capacity by 1 % and resistance by
 * 3 % (standard deviation).
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class CurveGenerator {

    /** The generated cell: 2.05 Ah, full at 4.1 V, tested down to 2.75 V. */
    public static final CellRating CELL = new CellRating(2.05, 3.7, 4.1, 2.75);

    private static final int READINGS = 96;
    private static final double STEP_SECONDS = 1;
    private static final double REST_BEFORE = 10;
    /** The first reading under load comes early, for the resistance. */
    private static final double FIRST_LOADED_READING = 10;
    private static final double REST_AFTER = 300;
    /** A maker rates a cell by what all cells of a lot reach; the mean is above it. */
    private static final double MEAN_OVER_RATED = 1.03;
    private static final double CAPACITY_SPREAD = 0.01;
    private static final double RESISTANCE_SPREAD = 0.03;
    private static final double VOLTS_NOISE = 0.0005;
    private static final double AMPERES_NOISE = 0.001;
    private static final double CELSIUS_NOISE = 0.05;

    private final long seed;
    private final AgeingLaw law;

    /**
     * Creates a generator.
     *
     * @param seed of all random numbers
     * @param law of ageing
     */
    public CurveGenerator(long seed, AgeingLaw law) {
        this.seed = seed;
        this.law = law;
    }

    /**
     * Generates the capacity test of a cell.
     *
     * @param cell name of the cell
     * @param usage how it has been used
     * @param days how long
     * @param rate discharge current over rated capacity, above 0 (0.5 empties the cell in two hours)
     * @param ambientCelsius temperature of the chamber
     * @return the curve, whose cycle number is the whole number of full equivalent cycles done
     * @see #wear
     */
    public DischargeCurve capacityTest(
            String cell, AgeingLaw.Usage usage, double days, double rate, double ambientCelsius) {
        AgeingLaw.Ageing ageing = individual(cell, law.after(usage, days));
        EquivalentCircuit circuit =
                new EquivalentCircuit(CELL.ampereHours() * MEAN_OVER_RATED, ageing, ambientCelsius);
        int cycle = (int) ageing.fullCycles();
        Recorder recorder = new Recorder(cycle, new Noise(random(cell, 1 + Double.doubleToLongBits(days))));
        discharge(circuit, recorder, rate * CELL.ampereHours());
        return recorder.curve(cell, ambientCelsius);
    }

    /**
     * What a cell has been through, by the law's own count.
     *
     * @param usage how it has been used
     * @param days how long
     * @return the throughput behind its full equivalent cycles
     */
    public Wear wear(AgeingLaw.Usage usage, double days) {
        double ampereHours = law.after(usage, days).fullCycles() * CELL.ampereHours();
        return new Wear((long) (days * usage.cyclesPerDay()), ampereHours, ampereHours * CELL.nominalVolts());
    }

    private static void discharge(EquivalentCircuit circuit, Recorder recorder, double amperes) {
        double interval = Math.max(STEP_SECONDS, Math.rint(CELL.ampereHours() / amperes * 3600 / READINGS));
        recorder.rest(circuit, REST_BEFORE);
        double sinceReading = interval - FIRST_LOADED_READING;
        while (circuit.volts(amperes) > CELL.cutOffVolts()) {
            circuit.draw(amperes, STEP_SECONDS);
            recorder.pass(STEP_SECONDS);
            sinceReading += STEP_SECONDS;
            if (sinceReading >= interval) {
                recorder.read(circuit, amperes);
                sinceReading = 0;
            }
        }
        recorder.read(circuit, amperes);
        recorder.rest(circuit, REST_AFTER);
    }

    private AgeingLaw.Ageing individual(String cell, AgeingLaw.Ageing mean) {
        Noise noise = new Noise(random(cell, 0));
        double capacity = mean.capacity() * (1 + noise.next(CAPACITY_SPREAD));
        return new AgeingLaw.Ageing(capacity, mean.resistance() * (1 + noise.next(RESISTANCE_SPREAD)), mean.fullCycles());
    }

    private SplittableRandom random(String cell, long purpose) {
        return new SplittableRandom(seed * 31 + cell.hashCode() * 0x9E3779B97F4A7C15L + purpose);
    }

    /** Normally distributed numbers, cut off at three standard deviations; the same on every machine. */
    private static final class Noise {
        private final SplittableRandom random;

        private Noise(SplittableRandom random) {
            this.random = random;
        }

        private double next(double deviation) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            double normal = radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
            return deviation * Math.max(-3, Math.min(3, normal));
        }
    }

    /** Takes readings and keeps them as they would stand in a curve file. */
    private static final class Recorder {
        private final int cycle;
        private final Noise noise;
        private final CurveDigest digest = new CurveDigest();
        private final List<Sample> samples = new ArrayList<>();
        private double seconds;

        private Recorder(int cycle, Noise noise) {
            this.cycle = cycle;
            this.noise = noise;
        }

        private void pass(double step) {
            seconds += step;
        }

        private void rest(EquivalentCircuit circuit, double duration) {
            boolean after = seconds > 0;
            if (!after) {
                read(circuit, 0);
            }
            circuit.draw(0, duration);
            pass(duration);
            if (after) {
                read(circuit, 0);
            }
        }

        private void read(EquivalentCircuit circuit, double amperes) {
            Sample sample = new Sample(round(seconds, 10),
                    round(circuit.volts(amperes) + noise.next(VOLTS_NOISE), 10_000),
                    round(-amperes + noise.next(AMPERES_NOISE), 10_000),
                    round(circuit.celsius() + noise.next(CELSIUS_NOISE), 100));
            digest.line(String.format(Locale.ROOT, "%d,%.1f,%.4f,%.4f,%.2f", cycle,
                    sample.seconds(), sample.volts(), sample.amperes(), sample.celsius()));
            samples.add(sample);
        }

        private DischargeCurve curve(String cell, double ambientCelsius) {
            return new DischargeCurve(cell, cycle, ambientCelsius, samples, digest.hex());
        }

        private static double round(double value, double perUnit) {
            return Math.rint(value * perUnit) / perUnit;
        }
    }
}
