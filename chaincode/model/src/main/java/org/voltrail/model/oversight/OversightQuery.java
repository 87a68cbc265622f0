package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Participant;
import org.voltrail.model.Query;
import org.voltrail.model.battery.PassportId;

/** Queries of the contract {@code oversight}. Registers are public among the participants. */
public sealed interface OversightQuery<R> extends Query<R> {
    /** Most documents on a page. */
    int PAGE_MAX = 500;

    @Override
    default String contract() {
        return "oversight";
    }

    /** The authority of this ledger. Refusal: {@code UNKNOWN_PARTICIPANT} if it has none yet. */
    record Authority() implements OversightQuery<Constitution> {
        @Override
        public Class<Constitution> resultType() {
            return Constitution.class;
        }

        @Override
        public void validate(Check check) {}
    }

    /**
     * An entry of the participant register, suspended or not. Refusal: {@code UNKNOWN_PARTICIPANT}.
     *
     * @param msp MSP id
     */
    record GetParticipant(String msp) implements OversightQuery<Participant> {
        @Override
        public Class<Participant> resultType() {
            return Participant.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("msp", msp);
        }
    }

    /**
     * The participant register.
     *
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Participants(int size, @Nullable String bookmark) implements OversightQuery<ParticipantPage> {
        @Override
        public Class<ParticipantPage> resultType() {
            return ParticipantPage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The accreditation register, valid and withdrawn.
     *
     * @param msp MSP id; null for all organisations
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Accreditations(@Nullable String msp, int size, @Nullable String bookmark) implements OversightQuery<AccreditationPage> {
        @Override
        public Class<AccreditationPage> resultType() {
            return AccreditationPage.class;
        }

        @Override
        public void validate(Check check) {
            check.optionalId("msp", msp);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The holds on a battery, standing and released.
     *
     * @param battery id of the battery
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Holds(String battery, int size, @Nullable String bookmark) implements OversightQuery<HoldPage> {
        @Override
        public Class<HoldPage> resultType() {
            return HoldPage.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * A recall. Refusal: {@code RECALL_NOT_FOUND}.
     *
     * @param recallId id of the recall
     */
    record GetRecall(String recallId) implements OversightQuery<RecallNotice> {
        @Override
        public Class<RecallNotice> resultType() {
            return RecallNotice.class;
        }

        @Override
        public void validate(Check check) {
            check.id("recallId", recallId);
        }
    }

    /**
     * All recalls, open and closed.
     *
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Recalls(int size, @Nullable String bookmark) implements OversightQuery<RecallPage> {
        @Override
        public Class<RecallPage> resultType() {
            return RecallPage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The open recalls that reach a battery, through its model, batch or by its own id. Refusal: {@code BATTERY_NOT_FOUND}.
     *
     * @param battery id of the battery
     */
    record RecallsOf(String battery) implements OversightQuery<RecallPage> {
        @Override
        public Class<RecallPage> resultType() {
            return RecallPage.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
        }
    }

    /**
     * A finding. Refusal: {@code FINDING_NOT_FOUND}.
     *
     * @param findingId id of the finding
     */
    record GetFinding(String findingId) implements OversightQuery<Finding> {
        @Override
        public Class<Finding> resultType() {
            return Finding.class;
        }

        @Override
        public void validate(Check check) {
            check.id("findingId", findingId);
        }
    }

    /**
     * Findings, open and closed.
     *
     * @param subject what they are about; null for all
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Findings(@Nullable FindingSubject subject, int size, @Nullable String bookmark) implements OversightQuery<FindingPage> {
        @Override
        public Class<FindingPage> resultType() {
            return FindingPage.class;
        }

        @Override
        public void validate(Check check) {
            check.optionalNested("subject", subject);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * An incentive scheme. Refusal: {@code INCENTIVE_NOT_FOUND}.
     *
     * @param schemeId id of the scheme
     */
    record GetIncentive(String schemeId) implements OversightQuery<IncentiveScheme> {
        @Override
        public Class<IncentiveScheme> resultType() {
            return IncentiveScheme.class;
        }

        @Override
        public void validate(Check check) {
            check.id("schemeId", schemeId);
        }
    }

    /**
     * All incentive schemes, open and closed.
     *
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Incentives(int size, @Nullable String bookmark) implements OversightQuery<IncentivePage> {
        @Override
        public Class<IncentivePage> resultType() {
            return IncentivePage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The claims granted under a scheme.
     *
     * @param schemeId id of the scheme
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Claims(String schemeId, int size, @Nullable String bookmark) implements OversightQuery<ClaimPage> {
        @Override
        public Class<ClaimPage> resultType() {
            return ClaimPage.class;
        }

        @Override
        public void validate(Check check) {
            check.id("schemeId", schemeId);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The deadlines and the calendar of a jurisdiction: those that the authority has set, or the defaults. Refusal: {@code INVALID_FIELD} for a jurisdiction without rules.
     *
     * @param jurisdiction ISO 3166-1 alpha-2 code, or {@code EU}
     */
    record GetDeadlineRules(String jurisdiction) implements OversightQuery<DeadlineRules> {
        @Override
        public Class<DeadlineRules> resultType() {
            return DeadlineRules.class;
        }

        @Override
        public void validate(Check check) {
            check.matches("jurisdiction", check.required("jurisdiction", jurisdiction), ParticipantEntry.JURISDICTION, "two capital letters");
        }
    }

    /**
     * The statutory deadlines of a battery: what is due, overdue, met or missed. Refusals: {@code BATTERY_NOT_FOUND}, {@code INVALID_FIELD} for a jurisdiction without rules.
     *
     * @param battery id of the battery
     * @param jurisdiction whose rules; null for those of the holder
     * @param asOf time for which to answer, ISO 8601 UTC; null for now
     */
    record Deadlines(String battery, @Nullable String jurisdiction, @Nullable String asOf) implements OversightQuery<DeadlineReport> {
        @Override
        public Class<DeadlineReport> resultType() {
            return DeadlineReport.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            if (jurisdiction != null) {
                check.matches("jurisdiction", jurisdiction, ParticipantEntry.JURISDICTION, "two capital letters");
            }
            if (asOf != null) {
                check.instant("asOf", asOf);
            }
        }
    }
}
