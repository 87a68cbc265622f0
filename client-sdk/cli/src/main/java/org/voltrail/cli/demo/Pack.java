package org.voltrail.cli.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.cli.ageing.PackScaling;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Declarations;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Performance;
import org.voltrail.model.battery.Specification;

/**
 * The pack that the demonstration's vehicles run on: 96 cells in series, 30 strings in parallel, 165 kg. Its composition is that of
 * nickel-manganese-cobalt packs in outline; the masses add up to the whole.
 *
 * @param cell rating of its cells
 */
record Pack(CellRating cell) {

    static final PackScaling SCALING = new PackScaling(96, 30);
    static final long GRAMS = 165_000;

    private static final Map<Material, Long> GRAMS_OF = new EnumMap<>(Map.ofEntries(
            Map.entry(Material.ALUMINIUM, 35_000L),
            Map.entry(Material.COBALT, 4_500L),
            Map.entry(Material.COPPER, 20_000L),
            Map.entry(Material.ELECTROLYTE, 14_000L),
            Map.entry(Material.LITHIUM, 2_300L),
            Map.entry(Material.MANGANESE, 4_200L),
            Map.entry(Material.NATURAL_GRAPHITE, 20_000L),
            Map.entry(Material.NICKEL, 13_000L),
            Map.entry(Material.OTHER, 15_000L),
            Map.entry(Material.PLASTIC, 12_000L),
            Map.entry(Material.STEEL, 25_000L)));

    Specification specification(Category category, String batch, LocalDate madeOn) {
        return new Specification(category, Level.PACK, Chemistry.NMC, "VT-22", batch, madeOn.toString(), "Example Works", GRAMS,
                SCALING.milliampereHours(cell.ampereHours()), SCALING.millivolts(cell.nominalVolts()),
                SCALING.wattHours(cell.wattHours()), milligrams(), performance(), declarations());
    }

    /** Mass of a material in a pack, in mg. */
    static long milligrams(Material material) {
        return GRAMS_OF.getOrDefault(material, 0L) * 1_000;
    }

    private static Map<Material, Long> milligrams() {
        Map<Material, Long> composition = new EnumMap<>(Material.class);
        GRAMS_OF.keySet().forEach(material -> composition.put(material, milligrams(material)));
        return composition;
    }

    private Performance performance() {
        return new Performance(SCALING.millivolts(cell.cutOffVolts()), SCALING.millivolts(cell.fullVolts()), 120_000L, 1_500,
                "IEC 62660-1:2018", 500, 800, -200, 450, 96, 950, 930, null, null);
    }


    private static Declarations declarations() {
        return new Declarations(null, null, 0, Map.of(), List.of(), List.of("cobalt", "lithium", "natural graphite", "nickel"),
                "water, in quantity", Map.of());
    }
}
