package org.voltrail.model.testing;

import java.util.List;
import java.util.Map;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.battery.Status;

/** Batteries for tests. */
public final class Batteries {
    /** Mass of {@link #pack()} in mg. */
    public static final long PACK_MG = 400_000_000;

    private Batteries() {}

    /** An EV pack: 150 Ah, 400 V, 60 kWh, 400 kg, with its active materials declared. */
    public static Specification pack() {
        return specification(
                Category.EV, Level.PACK, 400_000, 150_000, 400_000, 60_000,
                Map.of(
                        Material.COBALT, 8_000_000L,
                        Material.NICKEL, 48_000_000L,
                        Material.LITHIUM, 9_000_000L,
                        Material.COPPER, 60_000_000L,
                        Material.ALUMINIUM, 100_000_000L));
    }

    /** A round cell of 2 Ah, 3.6 V, 45 g. */
    public static Specification cell() {
        return specification(Category.EV, Level.CELL, 45, 2_000, 3_600, 7, Map.of(Material.LITHIUM, 1_000L));
    }

    /** A stationary pack of 100 Ah, 48 V. */
    public static Specification store() {
        return specification(Category.STATIONARY, Level.PACK, 50_000, 100_000, 48_000, 4_800, Map.of());
    }

    /** Anything. */
    public static Specification specification(
            Category category, Level level, long grams, long milliampereHours, long millivolts, long wattHours, Map<Material, Long> materials) {
        return new Specification(
                category, level, Chemistry.NMC, "VT-60", "B1", "2024-03-01", "Plant 1", grams, milliampereHours, millivolts, wattHours,
                materials, null, null);
    }

    /** A new battery. */
    public static Battery of(Specification specification) {
        return of("https://id.example.org/01/04012345678901/21/A1", specification);
    }

    /** A new battery with an id. */
    public static Battery of(String id, Specification specification) {
        BatteryRegistration registration = new BatteryRegistration(id, List.of(), specification);
        return Battery.fresh(registration, "ManufacturerMSP", Status.ORIGINAL, "2024-03-02T08:00:00.000Z");
    }
}
