package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;

/**
 * State of health after Annex VII A of Regulation (EU) 2023/1542. All shares are rounded so that they never look better than they
 * are: what remains is rounded down, what has grown is rounded up.
 *
 * @param basis what {@code permille} is a share of
 * @param permille state of health in per mille, 0 to 1,100
 * @param remainingPowerPermille share of the initial power capability that remains
 * @param remainingEfficiencyPermille share of the initial round-trip efficiency that remains
 * @param resistanceIncreasePermille growth of the ohmic resistance over its initial value
 * @param selfDischargePermillePerMonth present self-discharge in per mille a month
 * @param selfDischargeChangePermillePerMonth present less initial self-discharge; may be negative
 */
public record StateOfHealth(
        Basis basis,
        int permille,
        @Nullable Long remainingPowerPermille,
        @Nullable Long remainingEfficiencyPermille,
        @Nullable Long resistanceIncreasePermille,
        @Nullable Long selfDischargePermillePerMonth,
        @Nullable Long selfDischargeChangePermillePerMonth) {
    /** What the state of health is a share of. */
    public enum Basis {
        /** State of certified energy, SOCE: remaining over rated energy (Annex VII A 1, electric vehicle batteries). */
        CERTIFIED_ENERGY,
        /** Remaining over rated capacity (Annex VII A 2, all others, and parts of packs). */
        REMAINING_CAPACITY
    }
}
