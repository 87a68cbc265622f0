package org.voltrail.model.battery;

import org.jspecify.annotations.Nullable;

/**
 * Whose statement a milestone is. The time of its recording is in {@link Battery#milestones()}; what happened may lie earlier.
 *
 * @param by MSP id of the organisation that recorded it
 * @param on date on which it happened, as that organisation says, {@code yyyy-MM-dd}; null when recording and fact coincide
 */
public record Origin(String by, @Nullable String on) {}
