package org.voltrail.model.endoflife;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.Material;

/**
 * How much of a material was recovered from a lot.
 *
 * @param material the material
 * @param recoveredMg recycled mass in mg
 * @param containedMg mass in the batteries in mg; null if not all of their manufacturers declared it
 * @param permille recovered over contained, in per mille, rounded down; null if the content is not known or nothing
 * @param targetPermille least share demanded on the day of processing (Annex XII C); null if none was
 * @param met whether the target was met; null if that cannot be said
 */
public record Recovery(
        Material material,
        long recoveredMg,
        @Nullable Long containedMg,
        @Nullable Integer permille,
        @Nullable Integer targetPermille,
        @Nullable Boolean met) {}
