package org.voltrail.model.health;

import org.voltrail.model.battery.Grade;

/**
 * One row of the grading table.
 *
 * @param indicator what is judged
 * @param unit its unit
 * @param bound on which side of the thresholds a value is good
 * @param reUse threshold for the grade re-use
 * @param repurpose threshold for the grade repurpose; not stricter than {@code reUse}
 * @param source where the thresholds come from
 */
public record Threshold(Indicator indicator, String unit, Bound bound, long reUse, long repurpose, String source) {
    /**
     * Refuses a row in which a worse value could give a better grade.
     *
     * @throws IllegalArgumentException if {@code repurpose} is stricter than {@code reUse}
     */
    public Threshold {
        if (!bound.satisfied(reUse, repurpose)) {
            throw new IllegalArgumentException(indicator + ": the threshold for repurpose is stricter than that for re-use");
        }
    }

    /** The best grade that the value allows. */
    public Grade allows(long value) {
        if (bound.satisfied(value, reUse)) {
            return Grade.RE_USE;
        }
        return bound.satisfied(value, repurpose) ? Grade.REPURPOSE : Grade.RECYCLE;
    }

    /** The threshold that a value of this grade has failed: the one for the next better grade. */
    long failedFor(Grade allowed) {
        return allowed == Grade.REPURPOSE ? reUse : repurpose;
    }

    /** On which side of a threshold a value is good. */
    public enum Bound {
        /** Good at or above the threshold. */
        AT_LEAST,
        /** Good at or below the threshold. */
        AT_MOST;

        boolean satisfied(long value, long threshold) {
            return this == AT_LEAST ? value >= threshold : value <= threshold;
        }
    }
}
