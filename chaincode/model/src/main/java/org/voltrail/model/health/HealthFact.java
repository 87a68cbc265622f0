package org.voltrail.model.health;

import org.voltrail.model.EventData;
import org.voltrail.model.battery.Grade;

/** What happens in the contract {@code health}. */
public sealed interface HealthFact extends EventData {
    /**
     * A state-of-health test was recorded.
     *
     * @param testId id within the battery
     * @param tester MSP id of the laboratory
     * @param testedAt when it was measured, ISO 8601 UTC
     * @param stateOfHealth computed state of health
     * @param grade computed grade
     * @param method standard and clause
     * @param rawDataSha256 hash of the raw measurement
     * @param latest whether this is now the battery's latest test; one measured before another recorded one is not
     */
    record Tested(
            String testId,
            String tester,
            String testedAt,
            StateOfHealth stateOfHealth,
            Grade grade,
            String method,
            String rawDataSha256,
            boolean latest)
            implements HealthFact {
        @Override
        public String type() {
            return "battery.tested.v1";
        }
    }
}
