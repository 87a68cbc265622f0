package org.voltrail.model.health;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * Something that did the battery harm (Annex XIII 4(d) of Regulation (EU) 2023/1542: "negative events, such as accidents").
 *
 * @param kind what happened
 * @param on when, {@code yyyy-MM-dd}
 */
public record NegativeEvent(Kind kind, String on) implements Validated {
    @Override
    public void validate(Check check) {
        check.required("kind", kind);
        check.date("on", on);
    }

    /** Kinds of negative events, by what they mean for a second use. */
    public enum Kind {
        /** Fire, smoke, venting, thermal runaway of a cell. */
        THERMAL_EVENT(true),
        /** External or internal short circuit. */
        SHORT_CIRCUIT(true),
        /** Crushed or pierced. */
        CRUSH(true),
        /** Water inside the housing. */
        WATER_INGRESS(true),
        /** Loss of electrolyte. */
        LEAKAGE(true),
        /** Collision or fall without visible deformation of cells. */
        MECHANICAL_IMPACT(false);

        private final boolean severe;

        Kind(boolean severe) {
            this.severe = severe;
        }

        /** Whether it rules out any further use under the default rules. */
        public boolean severe() {
            return severe;
        }
    }
}
