package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * What a test was measured with.
 *
 * @param model manufacturer and model, at most 128 characters
 * @param serial serial number, at most 64 characters
 * @param calibratedUntil last day of the calibration's validity, {@code yyyy-MM-dd}; a test made later is refused
 */
public record Instrument(String model, String serial, @Nullable String calibratedUntil) implements Validated {
    @Override
    public void validate(Check check) {
        check.text("model", model, 128);
        check.text("serial", serial, 64);
        if (calibratedUntil != null) {
            check.date("calibratedUntil", calibratedUntil);
        }
    }
}
