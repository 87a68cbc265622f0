package org.voltrail.model.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * Some of a battery's tests.
 *
 * @param tests in the order of measurement
 * @param bookmark hand this in for the next page; null if there is none
 */
public record HealthTestPage(List<HealthTest> tests, @Nullable String bookmark) {
    /** Copies the list. */
    public HealthTestPage {
        tests = Copies.list(tests);
    }
}
