package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * What a battery has been through, as its management system counted it (Annex VII B of Regulation (EU) 2023/1542). Counters never
 * run backwards: a later test may not state less than an earlier one.
 *
 * @param energyThroughputWh energy taken from the battery over its life in Wh, 0 to 10^13
 * @param capacityThroughputMah charge taken from the battery over its life in mAh, 0 to 10^13
 * @param fullEquivalentCycles full equivalent charge and discharge cycles, 0 to 1,000,000
 * @param deepDischarges number of deep discharge events, 0 to 1,000,000
 * @param overcharges number of overcharge events, 0 to 1,000,000
 * @param extremeTemperatures time in extreme temperatures
 */
public record Usage(
        @Nullable Long energyThroughputWh,
        @Nullable Long capacityThroughputMah,
        @Nullable Long fullEquivalentCycles,
        @Nullable Long deepDischarges,
        @Nullable Long overcharges,
        @Nullable ExtremeTemperatures extremeTemperatures)
        implements Validated {
    @Override
    public void validate(Check check) {
        Quantity.ENERGY_THROUGHPUT.check(check, "energyThroughputWh", energyThroughputWh);
        Quantity.CAPACITY_THROUGHPUT.check(check, "capacityThroughputMah", capacityThroughputMah);
        Quantity.CYCLES.check(check, "fullEquivalentCycles", fullEquivalentCycles);
        Quantity.EVENTS.check(check, "deepDischarges", deepDischarges);
        Quantity.EVENTS.check(check, "overcharges", overcharges);
        check.optionalNested("extremeTemperatures", extremeTemperatures);
    }
}
