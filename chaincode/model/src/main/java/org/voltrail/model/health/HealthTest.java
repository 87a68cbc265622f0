package org.voltrail.model.health;

import java.util.List;
import org.voltrail.model.Copies;

/**
 * A recorded test with what the ledger computed from it. Stored under {@code test~battery~testId}; never changed.
 *
 * @param testId id within the battery; sorts by the time of measurement
 * @param battery id of the battery
 * @param tester MSP id of the laboratory
 * @param accreditation number of the laboratory's accreditation
 * @param report what the laboratory stated
 * @param negativeEvents negative events known of the battery, from this report and earlier ones
 * @param stateOfHealth computed state of health
 * @param grading computed grade with its reasons
 * @param recordedAt time of the transaction, ISO 8601 UTC
 * @param txId the transaction
 */
public record HealthTest(
        String testId,
        String battery,
        String tester,
        String accreditation,
        TestReport report,
        List<NegativeEvent> negativeEvents,
        StateOfHealth stateOfHealth,
        Grading grading,
        String recordedAt,
        String txId) {
    /** Copies the list. */
    public HealthTest {
        negativeEvents = Copies.list(negativeEvents);
    }
}
