package org.voltrail.cli.ageing;

/**
 * What can be wrong with a measured discharge. The numbers are in {@link FaultCriteria}.
 *
 * <p>A <em>disqualifying</em> fault means that no health test may be made from the cycle; the others are remarks.
 */
public enum Fault {
    /** Readings lack a value or hold one that is no number; they are left out. Disqualifying only with {@link #CURVE_TORN}. */
    MISSING_VALUES(false, "readings without a value were left out"),
    /** Readings that are not later than the one before; they are left out. */
    TIME_NOT_INCREASING(false, "readings that step back in time were left out"),
    /** More readings had to be left out than the criteria allow. */
    CURVE_TORN(true, "too many readings are missing"),
    /** The cycle's number or start is not after the one before in the list, or its readings are scattered over the curve file. */
    OUT_OF_ORDER(true, "the cycle stands in the wrong order, so the count of cycles before it is unknown"),
    /** The cycle is listed, but has no readings. */
    NO_CURVE(true, "no curve was recorded"),
    /** No current flowed: the load was not connected. */
    NO_LOAD(true, "the load was never on"),
    /** The voltage at rest before the load is too low for a full cell: the capacity from full cannot be known. */
    NOT_FULLY_CHARGED(true, "the cell was not fully charged before the discharge"),
    /** The voltage at rest before the load is higher than a full cell's: it was overcharged. */
    OVERCHARGED(true, "the cell had been charged beyond its full voltage"),
    /** A reading lies outside what a living lithium-ion cell shows: a broken connection or a dead cell. */
    VOLTAGE_IMPLAUSIBLE(true, "a voltage was read that no cell in order shows"),
    /** The discharge ended before the cut-off voltage. */
    ABORTED(true, "the discharge was broken off above the cut-off voltage"),
    /** The load was switched on and off faster than the thinned readings show: charge cannot be counted from them. */
    PULSES_UNDERSAMPLED(true, "the load was pulsed faster than the readings show"),
    /** The capacity, recorded or counted, is outside the plausible range. */
    CAPACITY_ABSURD(true, "the capacity is absurd"),
    /** The list gives no capacity; it was counted from the curve. */
    CAPACITY_NOT_RECORDED(false, "no capacity was recorded"),
    /** The capacity counted from the curve is not the one recorded. */
    CAPACITY_DISAGREES(true, "the recorded capacity is not what the curve gives"),
    /** The capacity falls far below that of the sound discharges just before under the same conditions. */
    CAPACITY_OUTLIER(true, "the capacity is far below that of the discharges before");

    private final boolean disqualifying;
    private final String sentence;

    Fault(boolean disqualifying, String sentence) {
        this.disqualifying = disqualifying;
        this.sentence = sentence;
    }

    /** {@return whether a cycle with this fault gives no health test} */
    public boolean disqualifying() {
        return disqualifying;
    }

    /** {@return what is wrong, in words} */
    public String sentence() {
        return sentence;
    }
}
