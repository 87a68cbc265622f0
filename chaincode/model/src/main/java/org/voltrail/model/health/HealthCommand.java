package org.voltrail.model.health;

import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.battery.PassportId;

/** Commands of the contract {@code health}. */
public sealed interface HealthCommand<R> extends Command<R> {
    @Override
    default String contract() {
        return "health";
    }

    /**
     * Records a state-of-health test. The caller needs the role tester and an accreditation of scope testing that is valid at the
     * transaction's time and covers the battery's category. State of health and grade are computed by the ledger.
     *
     * <p>Refusals: {@code BATTERY_NOT_FOUND}, {@code BATTERY_ENDED}, {@code WRONG_STAGE} (in a recycling lot), {@code ROLE_REQUIRED},
     * {@code NOT_ACCREDITED}, {@code OUT_OF_RANGE} (implausible value, or one that contradicts an earlier test), {@code INVALID_FIELD}.
     *
     * @param battery id of the battery
     * @param report what was measured, how and with what
     */
    record RecordTest(String battery, TestReport report) implements HealthCommand<HealthTest> {
        @Override
        public Class<HealthTest> resultType() {
            return HealthTest.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.nested("report", report);
        }
    }
}
