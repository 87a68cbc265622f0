package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.health.StateOfHealth.Basis;

/**
 * Compares measurements with what the manufacturer declared. Ranges of single values are checked before, by
 * {@link Measurements#validate}.
 */
public final class Plausibility {
    /** A battery may exceed its rated capacity or energy by a tenth; more is a mistaken unit or the wrong battery. */
    public static final long SHARE_MAX_PERMILLE = 1_100;

    /** Energy over capacity must give a mean voltage within 30 % of the nominal one. */
    private static final long VOLTAGE_TOLERANCE_PERMILLE = 300;

    /** Resistance may fall to half of its initial value (warmer test) and grow to twenty times. */
    private static final long RESISTANCE_SHARE_MIN_PERMILLE = 500;

    private static final long RESISTANCE_SHARE_MAX_PERMILLE = 20_000;

    /** Throughput over full equivalent cycles must be within a factor of four of the rated capacity. */
    private static final long THROUGHPUT_FACTOR = 4;

    private final Check check;
    private final Specification rated;
    private final Measurements measured;

    private Plausibility(Check check, Specification rated, Measurements measured) {
        this.check = check;
        this.rated = rated;
        this.measured = measured;
    }

    /**
     * Refuses what does not fit the battery.
     *
     * @param check path of the measurements
     * @throws org.voltrail.model.LedgerException {@code OUT_OF_RANGE} or {@code MALFORMED_REQUEST} (no energy for a vehicle's pack)
     */
    public static void check(Check check, Specification rated, Measurements measured) {
        new Plausibility(check, rated, measured).all();
    }

    private void all() {
        share("remainingCapacityMah", measured.remainingCapacityMah(), rated.ratedCapacityMah(), "mAh");
        energy(measured.remainingEnergyWh());
        resistance(measured.ohmicResistanceMicroohm());
        efficiency(measured.roundTripEfficiencyPermille());
        throughput(measured.usage());
    }

    private void energy(@Nullable Long energyWh) {
        if (energyWh != null) {
            share("remainingEnergyWh", energyWh, rated.ratedEnergyWh(), "Wh");
            voltage(energyWh);
        } else if (StateOfHealthRule.basis(rated) == Basis.CERTIFIED_ENERGY) {
            check.required("remainingEnergyWh", null);
        }
    }

    private void share(String field, long value, long ratedValue, String unit) {
        if (value * 1_000 > ratedValue * SHARE_MAX_PERMILLE) {
            throw check.error(ErrorCode.OUT_OF_RANGE, field, "More than 110 % of the rated value; check the unit and the battery.")
                    .comparing("at most " + ratedValue * SHARE_MAX_PERMILLE / 1_000 + " " + unit, value + " " + unit)
                    .exception();
        }
    }

    /** Small cells are spared: their energy in whole Wh is too coarse. */
    private void voltage(long energyWh) {
        long byCapacity = measured.remainingCapacityMah() * rated.nominalVoltageMv();
        long tolerance = Math.max(byCapacity * VOLTAGE_TOLERANCE_PERMILLE / 1_000, 1_000_000);
        if (Math.abs(energyWh * 1_000_000 - byCapacity) > tolerance) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "remainingEnergyWh", "Energy and capacity do not fit the nominal voltage.")
                    .comparing(byCapacity / 1_000_000 + " Wh, give or take 30 %", energyWh + " Wh")
                    .exception();
        }
    }

    private void resistance(@Nullable Evolution value) {
        Long share = value == null ? null : value.remainingPermille();
        if (share != null) {
            check.at("ohmicResistanceMicroohm")
                    .range("current", value.current(), value.initial() * RESISTANCE_SHARE_MIN_PERMILLE / 1_000,
                            value.initial() * RESISTANCE_SHARE_MAX_PERMILLE / 1_000);
        }
    }

    /** Efficiency does not grow with age; 5 % are left for the tester's uncertainty. */
    private void efficiency(@Nullable Evolution value) {
        if (value != null && value.initial() != null) {
            check.at("roundTripEfficiencyPermille").range("current", value.current(), Quantity.EFFICIENCY.min(), value.initial() * 105 / 100);
        }
    }

    private void throughput(@Nullable Usage usage) {
        if (usage == null || usage.fullEquivalentCycles() == null || usage.fullEquivalentCycles() < 10) {
            return;
        }
        long cycles = usage.fullEquivalentCycles();
        fits("capacityThroughputMah", usage.capacityThroughputMah(), cycles, rated.ratedCapacityMah());
        fits("energyThroughputWh", usage.energyThroughputWh(), cycles, rated.ratedEnergyWh());
    }

    private void fits(String field, @Nullable Long value, long cycles, long ratedValue) {
        if (value != null) {
            check.at("usage").range(field, value, cycles * ratedValue / THROUGHPUT_FACTOR, cycles * ratedValue * THROUGHPUT_FACTOR);
        }
    }
}
