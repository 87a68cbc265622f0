package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;

/**
 * A measured quantity with the range in which a value is physically plausible for anything between a single cell and a stationary
 * store. The ranges catch mistaken units (a factor of 1,000), not mistaken readings.
 */
public enum Quantity {
    /** Capacity in mAh, up to 110 % of the greatest rated capacity. */
    CAPACITY("mAh", 0, 110_000_000),
    /** Energy in Wh, up to 110 % of the greatest rated energy. */
    ENERGY("Wh", 0, 110_000_000),
    /** Power in mW, up to 100 MW. */
    POWER("mW", 1, 100_000_000_000L),
    /** Round-trip efficiency in per mille; less than 200 is no battery any more, more than 1,000 breaks the first law. */
    EFFICIENCY("permille", 200, 1_000),
    /** Self-discharge in per mille a month. */
    SELF_DISCHARGE("permille a month", 0, 1_000),
    /** Ohmic resistance in µΩ, 1 µΩ to 1 kΩ. */
    RESISTANCE("µΩ", 1, 1_000_000_000),
    /** Energy throughput in Wh over the whole life, up to 10 TWh. */
    ENERGY_THROUGHPUT("Wh", 0, 10_000_000_000_000L),
    /** Capacity throughput in mAh over the whole life. */
    CAPACITY_THROUGHPUT("mAh", 0, 10_000_000_000_000L),
    /** Full equivalent cycles. */
    CYCLES("cycles", 0, 1_000_000),
    /** Number of events of one kind. */
    EVENTS("events", 0, 1_000_000),
    /** Time in minutes, up to 100 years. */
    MINUTES("min", 0, 52_596_000),
    /** Temperature of the surroundings in tenths of °C, -60 °C to 100 °C. */
    AMBIENT_TEMPERATURE("0.1 °C", -600, 1_000),
    /** Temperature of a cell in tenths of °C, -60 °C to 300 °C. */
    CELL_TEMPERATURE("0.1 °C", -600, 3_000);

    private final String unit;
    private final long min;
    private final long max;

    Quantity(String unit, long min, long max) {
        this.unit = unit;
        this.min = min;
        this.max = max;
    }

    /** The unit. */
    public String unit() {
        return unit;
    }

    /** Least plausible value. */
    public long min() {
        return min;
    }

    /** Greatest plausible value. */
    public long max() {
        return max;
    }

    void check(Check check, String field, @Nullable Number value) {
        check.optionalRange(field, value, min, max);
    }

    /** An initial value of 0 would make every share of it meaningless, except for a self-discharge, which is not shown as one. */
    void check(Check check, String field, @Nullable Evolution value) {
        if (value != null) {
            check.at(field).optionalRange("initial", value.initial(), min, max);
            check.at(field).range("current", value.current(), min, max);
        }
    }
}
