package org.voltrail.cli.ageing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Looks for faults in one cell's discharges, in the order of the cell's life.
 *
 * <p>It remembers the capacities of the last sound discharges under each pair of ambient temperature and load, so that a
 * sudden fall under unchanged conditions shows. Not for use by several threads.
 */
final class CycleCheck {

    private static final int REMEMBERED = 5;
    private static final int NEEDED = 3;

    private final CellRating rating;
    private final FaultCriteria criteria;
    private final Map<Conditions, Deque<Double>> before = new HashMap<>();

    CycleCheck(CellRating rating, FaultCriteria criteria) {
        this.rating = rating;
        this.criteria = criteria;
    }

    /** Judges a discharge; {@code found} holds what the reader found in the file, and is added to. */
    void judge(CycleEntry entry, DischargeCurve curve, DischargeTest test, Set<Fault> found) {
        add(found, Fault.OUT_OF_ORDER, !entry.inOrder());
        judgeCurve(curve.samples(), test, found);
        if (!found.contains(Fault.NO_LOAD)) {
            judgeCapacity(entry, test, found);
        }
        remember(test, found);
    }

    private void judgeCurve(List<Sample> samples, DischargeTest test, Set<Fault> found) {
        if (samples.stream().noneMatch(Sample::loaded)) {
            found.add(Fault.NO_LOAD);
            return;
        }
        double rest = samples.get(0).volts();
        add(found, Fault.NOT_FULLY_CHARGED, rest < rating.fullVolts() - criteria.restTolerance());
        add(found, Fault.OVERCHARGED, rest > rating.fullVolts() + criteria.overchargeTolerance());
        add(found, Fault.VOLTAGE_IMPLAUSIBLE, samples.stream().anyMatch(this::implausible));
        add(found, Fault.PULSES_UNDERSAMPLED, switches(samples) > criteria.pulses());
        add(found, Fault.ABORTED, !test.cutOffReached());
    }

    private void judgeCapacity(CycleEntry entry, DischargeTest test, Set<Fault> found) {
        OptionalDouble recorded = entry.recordedAmpereHours();
        add(found, Fault.CAPACITY_NOT_RECORDED, recorded.isEmpty());
        add(found, Fault.CAPACITY_ABSURD, absurd(test.ampereHours()) || recorded.isPresent() && absurd(recorded.getAsDouble()));
        add(found, Fault.CAPACITY_DISAGREES, recorded.isPresent() && disagrees(test.ampereHours(), recorded.getAsDouble()));
        add(found, Fault.CAPACITY_OUTLIER, outlier(test));
    }

    private boolean implausible(Sample sample) {
        return sample.volts() < criteria.lowestVolts() || sample.volts() > criteria.highestVolts();
    }

    private boolean absurd(double ampereHours) {
        double share = ampereHours / rating.ampereHours();
        return share < criteria.lowestCapacity() || share > criteria.highestCapacity();
    }

    private boolean disagrees(double counted, double recorded) {
        return Math.abs(counted - recorded)
                > recorded * criteria.disagreement() + criteria.disagreementAmpereHours();
    }

    private boolean outlier(DischargeTest test) {
        Deque<Double> last = before.getOrDefault(Conditions.of(test), new ArrayDeque<>());
        return last.size() >= NEEDED && test.ampereHours() < criteria.outlierShare() * median(last);
    }

    private void remember(DischargeTest test, Set<Fault> found) {
        if (found.stream().anyMatch(Fault::disqualifying)) {
            return;
        }
        Deque<Double> last = before.computeIfAbsent(Conditions.of(test), c -> new ArrayDeque<>());
        last.addLast(test.ampereHours());
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    private static double median(Deque<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static int switches(List<Sample> samples) {
        int switches = 0;
        for (int i = 1; i < samples.size(); i++) {
            switches += samples.get(i).loaded() != samples.get(i - 1).loaded() ? 1 : 0;
        }
        return switches;
    }

    private static void add(Set<Fault> faults, Fault fault, boolean present) {
        if (present) {
            faults.add(fault);
        }
    }

    static Set<Fault> none() {
        return EnumSet.noneOf(Fault.class);
    }

    /** Ambient temperature in whole degrees and load in whole amperes. */
    private record Conditions(long celsius, long amperes) {
        private static Conditions of(DischargeTest test) {
            return new Conditions(Math.round(test.ambientCelsius()), Math.round(test.meanAmperes()));
        }
    }
}
