package org.voltrail.cli.ageing;

/**
 * One reading of a cell under test.
 *
 * @param seconds since the start of the cycle, 0 or more
 * @param volts at the terminals
 * @param amperes into the cell: negative while it is discharged
 * @param celsius surface temperature
 */
public record Sample(double seconds, double volts, double amperes, double celsius) {

    /** Below this current (0.1 A) a cell counts as at rest: instruments read a few milliamperes with the load off. */
    public static final double REST_AMPERES = 0.1;

    /** {@return whether the cell is being discharged} */
    public boolean loaded() {
        return amperes < -REST_AMPERES;
    }

    /** {@return the discharge current in amperes, positive while discharging} */
    public double load() {
        return -amperes;
    }
}
