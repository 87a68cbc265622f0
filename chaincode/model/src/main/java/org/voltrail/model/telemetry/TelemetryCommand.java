package org.voltrail.model.telemetry;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.battery.PassportId;

/** Commands of the contract {@code telemetry}. */
public sealed interface TelemetryCommand {
    /** Name of the contract. */
    String CONTRACT = "telemetry";

    /**
     * Anchors a window of readings, so that nobody can change them later unnoticed. For a battery its holder, manufacturer or
     * operator; for an offer either side or a carrier; for a place any participant. A device's windows for a subject follow one
     * another in time without overlap.
     *
     * @param kind what is measured
     * @param subject battery id, offer id, or name of the place (id characters)
     * @param device the device's name, 1 to 64 id characters
     * @param window the window
     * @param location where the readings are kept, a URI of at most 256 characters
     */
    record Anchor(SubjectKind kind, String subject, String device, Window window, @Nullable String location)
            implements TelemetryCommand, Command<org.voltrail.model.telemetry.Anchor> {
        @Override
        public String contract() {
            return CONTRACT;
        }

        @Override
        public Class<org.voltrail.model.telemetry.Anchor> resultType() {
            return org.voltrail.model.telemetry.Anchor.class;
        }

        @Override
        public void validate(Check check) {
            check.required("kind", kind);
            if (kind == SubjectKind.BATTERY) {
                PassportId.parse(check, "subject", subject);
            } else {
                check.id("subject", subject);
            }
            check.id("device", device);
            check.nested("window", window);
            check.optionalText("location", location, 256);
        }
    }
}
