package org.voltrail.model.telemetry;

import org.voltrail.model.EventData;

/** What happens in the contract {@code telemetry}. */
public sealed interface TelemetryFact extends EventData {
    /** A window was anchored. */
    record Anchored(Anchor anchor) implements TelemetryFact {
        @Override
        public String type() {
            return "telemetry.anchored.v1";
        }
    }
}
