package org.voltrail.model.battery;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Query;
import org.voltrail.model.access.PassportView;

/** Queries of the contract {@code battery}. Batteries are named in any form that {@link PassportId} reads. */
public sealed interface BatteryQuery {
    /** Most entries on a page. */
    int PAGE_MAX = 1_000;

    /** A battery's document; answers {@code BATTERY_NOT_FOUND} if there is none. */
    record Get(String battery) implements BatteryQuery, Query<Battery> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<Battery> resultType() {
            return Battery.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
        }
    }

    /**
     * Finds a battery by any of its names, pasted in any form.
     *
     * @param text passport identifier, GB/T 34014 code, GIAI, vehicle, other URI, or serial number
     * @param manufacturer MSP id of the manufacturer; needed for serial numbers
     */
    record Resolve(String text, @Nullable String manufacturer) implements BatteryQuery, Query<Resolution> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<Resolution> resultType() {
            return Resolution.class;
        }

        @Override
        public void validate(Check check) {
            check.holds("text", check.required("text", text).length() <= 512, "The text is too long.");
            check.optionalId("manufacturer", manufacturer);
        }
    }

    /**
     * A page of a battery's events.
     *
     * @param battery the battery
     * @param size events on a page, 1 to {@value #PAGE_MAX}
     * @param newestFirst order
     * @param bookmark from the page before, null for the first
     */
    record History(String battery, int size, boolean newestFirst, @Nullable String bookmark)
            implements BatteryQuery, Query<HistoryPage> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<HistoryPage> resultType() {
            return HistoryPage.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * A page of all batteries, in the order of their keys.
     *
     * @param size batteries on a page, 1 to {@value #PAGE_MAX}
     * @param bookmark from the page before, null for the first
     */
    record List(int size, @Nullable String bookmark) implements BatteryQuery, Query<BatteryPage> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<BatteryPage> resultType() {
            return BatteryPage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /** The battery's passport, as far as the caller may see it. */
    record Passport(String battery) implements BatteryQuery, Query<PassportView> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<PassportView> resultType() {
            return PassportView.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
        }
    }

    /**
     * Private details that the caller's organisation keeps or was given; to be evaluated on its own peer.
     *
     * @param battery the battery
     * @param owner MSP id of the organisation that attached them
     */
    record GetDetails(String battery, String owner) implements BatteryQuery, Query<PrivateDetails> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<PrivateDetails> resultType() {
            return PrivateDetails.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.msp("owner", owner);
        }
    }

    /**
     * Whether details that somebody was told are those that the ledger vouches for.
     *
     * @param battery the battery
     * @param owner MSP id of the organisation that attached them
     * @param details what was told
     */
    record VerifyDetails(String battery, String owner, PrivateDetails details) implements BatteryQuery, Query<DetailsVerification> {
        @Override
        public String contract() {
            return BatteryCommand.CONTRACT;
        }

        @Override
        public Class<DetailsVerification> resultType() {
            return DetailsVerification.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.msp("owner", owner);
            check.nested("details", details);
        }
    }
}
