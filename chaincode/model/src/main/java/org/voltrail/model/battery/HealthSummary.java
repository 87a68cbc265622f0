package org.voltrail.model.battery;

/**
 * What the last health test said, as computed by the ledger.
 *
 * @param sohPermille state of health in per mille of the rated value, 0 to 1100
 * @param grade what the battery is good for
 * @param testedAt when the measurement was made, ISO 8601 UTC
 * @param testId the test within this battery
 */
public record HealthSummary(int sohPermille, Grade grade, String testedAt, String testId) {}
