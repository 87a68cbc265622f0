package org.voltrail.model.endoflife;

import java.util.EnumMap;
import java.util.Map;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.Material;

/**
 * One material in a lot, in mg.
 *
 * @param declaredMg mass that the batteries' manufacturers declared
 * @param possibleMg greatest mass that can be in the batteries; equals {@code declaredMg} if all of them declared this material
 * @param outputMg mass that came out, by destination
 */
public record MaterialAccount(long declaredMg, long possibleMg, Map<Destination, Long> outputMg) {
    /** Nothing. */
    public static final MaterialAccount EMPTY = new MaterialAccount(0, 0, Map.of());

    /** Copies the map. */
    public MaterialAccount {
        outputMg = Copies.sortedMap(outputMg);
    }

    /** Whether every battery's manufacturer declared this material, so that its content is known and not only bounded. */
    public boolean known() {
        return declaredMg == possibleMg;
    }

    /** All that came out. */
    public long totalOutputMg() {
        return outputMg.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What came out and was recycled. */
    public long recycledMg() {
        return outputMg.getOrDefault(Destination.RECYCLED, 0L);
    }

    boolean empty() {
        return possibleMg == 0 && outputMg.isEmpty();
    }

    MaterialAccount plus(Material material, LotInput input) {
        return new MaterialAccount(declaredMg + input.declared(material), possibleMg + input.possible(material), outputMg);
    }

    MaterialAccount plus(LotOutput output) {
        Map<Destination, Long> more = new EnumMap<>(Destination.class);
        more.putAll(outputMg);
        more.merge(output.destination(), output.massMg(), Long::sum);
        return new MaterialAccount(declaredMg, possibleMg, more);
    }
}
