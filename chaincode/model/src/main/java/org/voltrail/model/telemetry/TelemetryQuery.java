package org.voltrail.model.telemetry;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Query;

/** Queries of the contract {@code telemetry}. Subjects that are batteries are named in any form that the ledger reads. */
public sealed interface TelemetryQuery {
    /** Most entries on a page. */
    int PAGE_MAX = 1_000;

    /**
     * One anchor; answers {@code ANCHOR_NOT_FOUND} if there is none.
     *
     * @param subject what was measured
     * @param device the device's name
     * @param windowStart start of the window
     */
    record Get(String subject, String device, String windowStart) implements TelemetryQuery, Query<Anchor> {
        @Override
        public String contract() {
            return TelemetryCommand.CONTRACT;
        }

        @Override
        public Class<Anchor> resultType() {
            return Anchor.class;
        }

        @Override
        public void validate(Check check) {
            check.text("subject", subject, 256);
            check.id("device", device);
            check.instant("windowStart", windowStart);
        }
    }

    /**
     * A page of a subject's anchors.
     *
     * @param subject what was measured
     * @param device the device's name, null for all
     * @param size anchors on a page, 1 to {@value #PAGE_MAX}
     * @param bookmark from the page before, null for the first
     */
    record Anchors(String subject, @Nullable String device, int size, @Nullable String bookmark)
            implements TelemetryQuery, Query<AnchorPage> {
        @Override
        public String contract() {
            return TelemetryCommand.CONTRACT;
        }

        @Override
        public Class<AnchorPage> resultType() {
            return AnchorPage.class;
        }

        @Override
        public void validate(Check check) {
            check.text("subject", subject, 256);
            check.optionalId("device", device);
            check.range("size", size, 1, PAGE_MAX);
        }
    }
}
