package org.voltrail.model.endoflife;

import java.util.EnumMap;
import java.util.Map;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Material;

/**
 * What a battery brings into a lot.
 *
 * @param battery id of the battery
 * @param massMg its mass in mg, less what was taken out of it before; 0 for a part that comes inside a whole
 * @param declaredMg mass of each material in mg, where the manufacturer declared it
 */
public record LotInput(String battery, long massMg, Map<Material, Long> declaredMg) {
    /** Copies the map. */
    public LotInput {
        declaredMg = Copies.sortedMap(declaredMg);
    }

    /** A battery with all that is in it. */
    public static LotInput of(Battery battery) {
        Map<Material, Long> left = new EnumMap<>(Material.class);
        battery.specification()
                .compositionMg()
                .forEach((material, mass) -> left.put(material, left(mass, battery.removedMg().getOrDefault(material, 0L), battery.massMg())));
        return new LotInput(battery.id(), battery.massMg(), left);
    }

    /** A part that comes inside a whole, whose mass includes it. */
    public static LotInput inside(String part) {
        return new LotInput(part, 0, Map.of());
    }

    private static long left(long declared, long removed, long ofBattery) {
        return Math.min(Math.max(0, declared - removed), ofBattery);
    }

    /** Whether it is known how much of a material is in the battery. An empty input has none of anything. */
    public boolean declares(Material material) {
        return massMg == 0 || declaredMg.containsKey(material);
    }

    /** The declared mass of a material in mg, 0 if it was not declared. */
    public long declared(Material material) {
        return declaredMg.getOrDefault(material, 0L);
    }

    /** The greatest mass of a material in mg that can be in the battery: as declared, or all that no declared material accounts for. */
    public long possible(Material material) {
        return declares(material) ? declared(material) : undeclared();
    }

    private long undeclared() {
        return Math.max(0, massMg - declaredMg.values().stream().mapToLong(Long::longValue).sum());
    }
}
