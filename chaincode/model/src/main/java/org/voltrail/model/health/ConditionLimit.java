package org.voltrail.model.health;

import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;

/**
 * The best grade that a recorded condition allows.
 *
 * @param condition condition of the battery
 * @param best best grade
 * @param source why
 */
public record ConditionLimit(Condition condition, Grade best, String source) {}
