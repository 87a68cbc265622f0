package org.voltrail.model.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.health.Evolution;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.Measurements;
import org.voltrail.model.health.NegativeEvent;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.health.Usage;

/** Test reports for tests. */
public final class Reports {
    private Reports() {}

    /** A report with measurements. */
    public static TestReport at(String testedAt, Measurements measurements) {
        return new TestReport(
                testedAt, "IEC 62660-1:2018, 7.2", new Instrument("Cycler 5", "S-17", null), "ab".repeat(32), null, measurements);
    }

    /** Measurements of {@link Batteries#pack()}: capacity and energy at a share of the rated values. */
    public static Measurements packAt(long permille) {
        return pack(150_000 * permille / 1_000, 60_000 * permille / 1_000);
    }

    /** Measurements of a pack. */
    public static Measurements pack(long milliampereHours, @Nullable Long wattHours) {
        return new Measurements(milliampereHours, wattHours, null, null, null, null, null, null, List.of());
    }

    /** The same with an ohmic resistance. */
    public static Measurements withResistance(Measurements measured, @Nullable Long initial, long current) {
        return new Measurements(
                measured.remainingCapacityMah(), measured.remainingEnergyWh(), measured.powerCapabilityMw(),
                measured.roundTripEfficiencyPermille(), measured.selfDischargePermillePerMonth(), new Evolution(initial, current),
                measured.usage(), measured.temperatures(), measured.negativeEvents());
    }

    /** The same with a usage. */
    public static Measurements withUsage(Measurements measured, Usage usage) {
        return new Measurements(
                measured.remainingCapacityMah(), measured.remainingEnergyWh(), measured.powerCapabilityMw(),
                measured.roundTripEfficiencyPermille(), measured.selfDischargePermillePerMonth(), measured.ohmicResistanceMicroohm(),
                usage, measured.temperatures(), measured.negativeEvents());
    }

    /** The same with negative events. */
    public static Measurements withEvents(Measurements measured, NegativeEvent... events) {
        return new Measurements(
                measured.remainingCapacityMah(), measured.remainingEnergyWh(), measured.powerCapabilityMw(),
                measured.roundTripEfficiencyPermille(), measured.selfDischargePermillePerMonth(), measured.ohmicResistanceMicroohm(),
                measured.usage(), measured.temperatures(), List.of(events));
    }

    /** A usage of so many full cycles of {@link Batteries#pack()}. */
    public static Usage cycles(long count) {
        return new Usage(count * 60_000, count * 150_000, count, 0L, 0L, null);
    }
}
