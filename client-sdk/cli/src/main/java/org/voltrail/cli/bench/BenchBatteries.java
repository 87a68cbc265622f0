package org.voltrail.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Specification;

/** Makes batteries to register: ordinary ones with a serial number and a composition. Safe for use by several threads. */
final class BenchBatteries {

    private static final String PREFIX = "https://id.example.org/01/09506000134352/21/";

    private final String run;
    private final AtomicLong count = new AtomicLong();

    BenchBatteries(long millis) {
        String text = Long.toString(millis, 36).toUpperCase(Locale.ROOT);
        run = "B" + text.substring(text.length() - 7) + "-";
    }

    BatteryRegistration next() {
        String serial = run + Long.toString(count.getAndIncrement(), 36);
        return new BatteryRegistration(PREFIX + serial, List.of(new Identity(IdentityScheme.SERIAL, serial)),
                new Specification(Category.EV, Level.PACK, Chemistry.NMC, "BENCH-1", "B1", "2026-01-15", "Example Works", 410_000, 210_000,
                        355_000, 74_550, Map.of(Material.COBALT, 9_000_000L, Material.LITHIUM, 6_000_000L, Material.NICKEL, 40_000_000L),
                        null, null));
    }

    List<BatteryRegistration> next(int size) {
        List<BatteryRegistration> batteries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            batteries.add(next());
        }
        return batteries;
    }

    /** Id of one of the first so many batteries. */
    String any(long among) {
        return PREFIX + run + Long.toString(ThreadLocalRandom.current().nextLong(among), 36);
    }

    long count() {
        return count.get();
    }
}
