package org.voltrail.model.endoflife;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.Resources;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Material;

/**
 * Targets by date: recycling efficiency and recovery of materials (Regulation (EU) 2023/1542 Annex XII B and C) and recycled
 * content (Art. 8). Data: the resource {@code recycling-targets.json} beside this class.
 *
 * @param source provision of the first two tables
 * @param efficiency recycling efficiency by family of batteries
 * @param recovery recovery by material
 * @param recycledContentSource provision of the third table
 * @param recycledContent minimum share of recycled content by material
 */
public record RecyclingTargets(
        String source,
        List<FamilyTarget> efficiency,
        List<MaterialTarget> recovery,
        String recycledContentSource,
        List<MaterialTarget> recycledContent) {
    private static final RecyclingTargets DEFAULTS =
            Resources.read(RecyclingTargets.class, "recycling-targets.json", RecyclingTargets.class);

    /** Copies the lists. */
    public RecyclingTargets {
        efficiency = Copies.list(efficiency);
        recovery = Copies.list(recovery);
        recycledContent = Copies.list(recycledContent);
    }

    /** The targets that the ledger applies. */
    public static RecyclingTargets defaults() {
        return DEFAULTS;
    }

    /** Least recycling efficiency in per mille that is demanded on a day; null if none is. */
    public @Nullable Integer efficiencyPermille(Family family, LocalDate on) {
        return efficiency.stream()
                .filter(target -> target.family() == family && reached(target.from(), on))
                .max(Comparator.comparing(FamilyTarget::from))
                .map(FamilyTarget::permille)
                .orElse(null);
    }

    /** Least recovery of a material in per mille that is demanded on a day; null if none is. */
    public @Nullable Integer recoveryPermille(Material material, LocalDate on) {
        return latest(recovery, material, on);
    }

    /** Least share of recycled content in per mille that is demanded of new batteries on a day; null if none is. */
    public @Nullable Integer recycledContentPermille(Material material, LocalDate on) {
        return latest(recycledContent, material, on);
    }

    private static @Nullable Integer latest(List<MaterialTarget> targets, Material material, LocalDate on) {
        return targets.stream()
                .filter(target -> target.material() == material && reached(target.from(), on))
                .max(Comparator.comparing(MaterialTarget::from))
                .map(MaterialTarget::permille)
                .orElse(null);
    }

    private static boolean reached(String from, LocalDate on) {
        return !on.isBefore(LocalDate.parse(from));
    }

    /**
     * A target for a family of batteries.
     *
     * @param family family
     * @param from first day, {@code yyyy-MM-dd}
     * @param permille target in per mille
     */
    public record FamilyTarget(Family family, String from, int permille) {}

    /**
     * A target for a material.
     *
     * @param material material
     * @param from first day, {@code yyyy-MM-dd}
     * @param permille target in per mille
     */
    public record MaterialTarget(Material material, String from, int permille) {}
}
