package org.voltrail.cli.ageing;

/**
 * From which figure on a measured discharge counts as faulty.
 *
 * @param tornShare share of unusable readings above which a curve is torn
 * @param restTolerance volts below the full voltage at which a cell at rest still counts as full: a cell left alone for a
 *     day falls by some hundredths of a volt
 * @param overchargeTolerance volts above the full voltage that chargers and instruments may be off
 * @param lowestVolts a lower reading is implausible
 * @param highestVolts a higher reading is implausible
 * @param lowestCapacity least plausible share of the rated capacity
 * @param highestCapacity greatest plausible share of the rated capacity
 * @param disagreement greatest difference of counted and recorded capacity, as a share of the recorded
 * @param disagreementAmpereHours added to that difference, for the thinning of short curves
 * @param pulses most changes between load and rest that a constant-current discharge shows: one on, one off
 * @param outlierShare share of the median of the discharges before, under which a capacity is an outlier
 */
public record FaultCriteria(
        double tornShare,
        double restTolerance,
        double overchargeTolerance,
        double lowestVolts,
        double highestVolts,
        double lowestCapacity,
        double highestCapacity,
        double disagreement,
        double disagreementAmpereHours,
        int pulses,
        double outlierShare) {

    /** What is used unless told otherwise; chosen on the NASA set, whose sound cycles all keep well inside. */
    public static final FaultCriteria DEFAULT =
            new FaultCriteria(0.02, 0.10, 0.05, 1.5, 5.0, 0.05, 1.10, 0.03, 0.01, 2, 0.6);
}
