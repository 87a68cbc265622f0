package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;

/**
 * A quantity that ages.
 *
 * @param initial value when the battery was new; null if not known. Once a test has stated it, later tests may not state another.
 * @param current value measured now
 */
public record Evolution(@Nullable Long initial, long current) {
    /** Share of the initial value that remains, in per mille, rounded down; null if the initial value is not known. */
    public @Nullable Long remainingPermille() {
        return initial == null ? null : current * 1_000 / initial;
    }

    /** Growth over the initial value, in per mille, rounded up, not below 0; null if the initial value is not known. */
    public @Nullable Long increasePermille() {
        return initial == null ? null : Math.max(0, -Math.floorDiv((initial - current) * 1_000, initial));
    }
}
