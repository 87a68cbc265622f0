package org.voltrail.scenarios;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Specification;

/** Batteries nobody has seen before: each registration has a serial number of its own. */
final class Batteries {
    /** Products whose GTIN has a right check digit. */
    static final String GTIN = "09506000134352";

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);
    private static final AtomicLong SERIAL = new AtomicLong();

    private Batteries() {}

    static String newId() {
        return "https://id.voltrail.example/01/" + GTIN + "/21/" + RUN + String.format("%08d", SERIAL.incrementAndGet());
    }

    static BatteryRegistration pack() {
        return pack("MODEL-" + RUN);
    }

    static BatteryRegistration pack(String model) {
        return new BatteryRegistration(newId(), List.of(), specification(model));
    }

    static List<BatteryRegistration> packs(int number) {
        return IntStream.range(0, number).mapToObj(i -> pack()).toList();
    }

    static Specification specification(String model) {
        return new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, model, "LOT-" + RUN, "2024-03-01", "Gigafactory Nord", 400_000, 150_000, 400_000, 60_000,
                Map.of(Material.COBALT, 8_000_000L, Material.NICKEL, 32_000_000L, Material.LITHIUM, 6_000_000L, Material.COPPER, 30_000_000L),
                null, null);
    }
}
