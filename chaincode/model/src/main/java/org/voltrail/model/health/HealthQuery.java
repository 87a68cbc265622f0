package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Query;
import org.voltrail.model.battery.PassportId;

/** Queries of the contract {@code health}. */
public sealed interface HealthQuery<R> extends Query<R> {
    @Override
    default String contract() {
        return "health";
    }

    /**
     * One test.
     *
     * @param battery id of the battery
     * @param testId the test within this battery
     */
    record GetTest(String battery, String testId) implements HealthQuery<HealthTest> {
        @Override
        public Class<HealthTest> resultType() {
            return HealthTest.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.id("testId", testId);
        }
    }

    /**
     * The tests of a battery in the order of measurement.
     *
     * @param battery id of the battery
     * @param size most tests to return, 1 to 100
     * @param bookmark where the previous page ended; null for the first page
     */
    record Tests(String battery, int size, @Nullable String bookmark) implements HealthQuery<HealthTestPage> {
        @Override
        public Class<HealthTestPage> resultType() {
            return HealthTestPage.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.range("size", size, 1, 100);
        }
    }
}
