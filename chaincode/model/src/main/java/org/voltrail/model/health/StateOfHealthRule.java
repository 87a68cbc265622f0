package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.health.StateOfHealth.Basis;

/** Computes the state of health from what was declared and what was measured. Measurements must have passed {@link Plausibility}. */
public final class StateOfHealthRule {
    private StateOfHealthRule() {}

    /**
     * Which measure applies. Energy is certified for a whole vehicle battery (UN GTR No. 22); its modules and cells, tested alone,
     * are measured by their capacity like all other batteries.
     */
    public static Basis basis(Specification specification) {
        boolean vehiclePack = specification.category() == Category.EV && specification.level() == Level.PACK;
        return vehiclePack ? Basis.CERTIFIED_ENERGY : Basis.REMAINING_CAPACITY;
    }

    /** The state of health. */
    public static StateOfHealth of(Specification specification, Measurements measured) {
        Basis basis = basis(specification);
        return new StateOfHealth(
                basis,
                permille(basis, specification, measured),
                remaining(measured.powerCapabilityMw()),
                remaining(measured.roundTripEfficiencyPermille()),
                increase(measured.ohmicResistanceMicroohm()),
                current(measured.selfDischargePermillePerMonth()),
                change(measured.selfDischargePermillePerMonth()));
    }

    private static int permille(Basis basis, Specification specification, Measurements measured) {
        Long energy = measured.remainingEnergyWh();
        boolean byEnergy = basis == Basis.CERTIFIED_ENERGY && energy != null;
        long share = byEnergy
                ? energy * 1_000 / specification.ratedEnergyWh()
                : measured.remainingCapacityMah() * 1_000 / specification.ratedCapacityMah();
        return Math.toIntExact(share);
    }

    private static @Nullable Long remaining(@Nullable Evolution value) {
        return value == null ? null : value.remainingPermille();
    }

    private static @Nullable Long increase(@Nullable Evolution value) {
        return value == null ? null : value.increasePermille();
    }

    private static @Nullable Long current(@Nullable Evolution value) {
        return value == null ? null : value.current();
    }

    private static @Nullable Long change(@Nullable Evolution value) {
        return value == null || value.initial() == null ? null : value.current() - value.initial();
    }
}
