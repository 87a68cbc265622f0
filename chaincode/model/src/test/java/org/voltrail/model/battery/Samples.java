package org.voltrail.model.battery;

import java.util.List;
import java.util.Map;

/** Batteries for tests. */
final class Samples {
    private Samples() {}

    static Specification pack() {
        return new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", "L-0426", "2026-04-02", "Zwickau", 420_000, 210_000, 355_000, 74_550,
                Map.of(Material.COBALT, 8_000_000L, Material.NICKEL, 40_000_000L), null, null);
    }

    static BatteryRegistration registration() {
        return new BatteryRegistration("https://id.example.org/01/09506000134352/21/B-1", List.of(), pack());
    }

    static Battery battery() {
        return Battery.fresh(registration(), "ManufacturerMSP", Status.ORIGINAL, "2026-11-24T08:00:00Z");
    }
}
