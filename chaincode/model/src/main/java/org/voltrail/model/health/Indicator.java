package org.voltrail.model.health;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a grade is judged by. */
public enum Indicator {
    /** State of health in per mille. */
    STATE_OF_HEALTH,
    /** Share of the initial power capability that remains, in per mille. */
    REMAINING_POWER,
    /** Share of the initial round-trip efficiency that remains, in per mille. */
    REMAINING_EFFICIENCY,
    /** Growth of the ohmic resistance over its initial value, in per mille. */
    RESISTANCE_INCREASE,
    /** Self-discharge in per mille a month. */
    SELF_DISCHARGE,
    /** Deep discharges and overcharges together. */
    HARMFUL_EVENTS,
    /** Negative events after which the battery is not to be trusted: fire, short circuit, crushing, water, leakage. */
    SEVERE_EVENTS,
    /** Collisions and falls. */
    IMPACT_EVENTS;

    /**
     * The indicators that a test gives. What was not measured is absent.
     *
     * @param usage what the battery has been through
     * @param events all negative events that are known
     */
    public static Map<Indicator, Long> of(StateOfHealth health, @Nullable Usage usage, List<NegativeEvent> events) {
        Map<Indicator, Long> values = new EnumMap<>(Indicator.class);
        values.put(STATE_OF_HEALTH, (long) health.permille());
        put(values, REMAINING_POWER, health.remainingPowerPermille());
        put(values, REMAINING_EFFICIENCY, health.remainingEfficiencyPermille());
        put(values, RESISTANCE_INCREASE, health.resistanceIncreasePermille());
        put(values, SELF_DISCHARGE, health.selfDischargePermillePerMonth());
        put(values, HARMFUL_EVENTS, harmfulEvents(usage));
        long severe = events.stream().filter(event -> event.kind().severe()).count();
        values.put(SEVERE_EVENTS, severe);
        values.put(IMPACT_EVENTS, events.size() - severe);
        return values;
    }

    private static void put(Map<Indicator, Long> values, Indicator indicator, @Nullable Long value) {
        if (value != null) {
            values.put(indicator, value);
        }
    }

    private static @Nullable Long harmfulEvents(@Nullable Usage usage) {
        if (usage == null || usage.deepDischarges() == null && usage.overcharges() == null) {
            return null;
        }
        return orZero(usage.deepDischarges()) + orZero(usage.overcharges());
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
