package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;

/**
 * Why a battery's grade is not better: an indicator beyond a threshold, or its condition.
 *
 * @param allows best grade that this leaves open
 * @param indicator the indicator, or null if the condition is the reason
 * @param value its value
 * @param threshold the threshold that it failed
 * @param condition the condition, or null if an indicator is the reason
 */
public record GradeReason(
        Grade allows,
        @Nullable Indicator indicator,
        @Nullable Long value,
        @Nullable Long threshold,
        @Nullable Condition condition) {}
