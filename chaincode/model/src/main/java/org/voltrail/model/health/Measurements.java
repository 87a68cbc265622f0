package org.voltrail.model.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;

/**
 * The parameters of Annex VII of Regulation (EU) 2023/1542: part A (state of health) and part B (expected lifetime), named after
 * the Battery Pass data model with their unit added. What cannot be measured is left out, except for the remaining capacity and,
 * for packs of electric vehicles, the remaining energy.
 *
 * @param remainingCapacityMah remaining capacity in mAh, 0 to 110,000,000 (Annex VII A 2(1))
 * @param remainingEnergyWh remaining usable energy in Wh, 0 to 110,000,000; basis of the state of certified energy (Annex VII A 1)
 * @param powerCapabilityMw power capability in mW at the state of charge that the method prescribes (Annex VII A 2(2))
 * @param roundTripEfficiencyPermille energetic round-trip efficiency in per mille (Annex VII A 2(3))
 * @param selfDischargePermillePerMonth self-discharge in per mille of the rated capacity a month (Annex VII A 2(4))
 * @param ohmicResistanceMicroohm ohmic resistance in µΩ (Annex VII A 2(5))
 * @param usage what the battery has been through (Annex VII B)
 * @param temperatures temperatures during the test
 * @param negativeEvents accidents and other harmful events (Annex XIII 4(d)), at most 100
 */
public record Measurements(
        long remainingCapacityMah,
        @Nullable Long remainingEnergyWh,
        @Nullable Evolution powerCapabilityMw,
        @Nullable Evolution roundTripEfficiencyPermille,
        @Nullable Evolution selfDischargePermillePerMonth,
        @Nullable Evolution ohmicResistanceMicroohm,
        @Nullable Usage usage,
        @Nullable TestTemperatures temperatures,
        List<NegativeEvent> negativeEvents)
        implements Validated {
    /** Most negative events in one report. */
    public static final int EVENTS_MAX = 100;

    /** Copies the list. */
    public Measurements {
        negativeEvents = Copies.list(negativeEvents);
    }

    /** Nothing but a capacity, the least that a test can say. */
    public static Measurements capacity(long milliampereHours) {
        return new Measurements(milliampereHours, null, null, null, null, null, null, null, List.of());
    }

    @Override
    public void validate(Check check) {
        Quantity.CAPACITY.check(check, "remainingCapacityMah", remainingCapacityMah);
        Quantity.ENERGY.check(check, "remainingEnergyWh", remainingEnergyWh);
        Quantity.POWER.check(check, "powerCapabilityMw", powerCapabilityMw);
        Quantity.EFFICIENCY.check(check, "roundTripEfficiencyPermille", roundTripEfficiencyPermille);
        Quantity.SELF_DISCHARGE.check(check, "selfDischargePermillePerMonth", selfDischargePermillePerMonth);
        Quantity.RESISTANCE.check(check, "ohmicResistanceMicroohm", ohmicResistanceMicroohm);
        check.optionalNested("usage", usage);
        check.optionalNested("temperatures", temperatures);
        check.atMost("negativeEvents", negativeEvents, EVENTS_MAX);
        check.each("negativeEvents", negativeEvents);
    }
}
