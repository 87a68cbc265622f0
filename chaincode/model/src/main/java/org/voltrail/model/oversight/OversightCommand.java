package org.voltrail.model.oversight;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.Copies;
import org.voltrail.model.Participant;
import org.voltrail.model.battery.BatteryIds;
import org.voltrail.model.battery.PassportId;

/**
 * Commands of the contract {@code oversight}. All but {@link Constitute} and {@link ClaimIncentive} need the role regulator
 * ({@code ROLE_REQUIRED}).
 */
public sealed interface OversightCommand<R> extends Command<R> {
    /** Most batteries that one transaction reaches. */
    int BATTERIES_MAX = 1_000;

    @Override
    default String contract() {
        return "oversight";
    }

    /**
     * Names the authority and the first participants. Possible once. The caller belongs to the authority and its certificate has
     * the role regulator; the first participants include the authority with that role.
     *
     * <p>Refusals: {@code ALREADY_CONSTITUTED}, {@code NOT_AUTHORITY}, {@code ROLE_REQUIRED}.
     *
     * @param authority MSP id of the authority
     * @param participants first participants, at most 100
     */
    record Constitute(String authority, List<ParticipantEntry> participants) implements OversightCommand<Constitution> {
        /** Copies the list. */
        public Constitute {
            participants = Copies.list(participants);
        }

        @Override
        public Class<Constitution> resultType() {
            return Constitution.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("authority", authority);
            check.size("participants", participants, 100);
            check.each("participants", participants);
            Set<String> msps = new TreeSet<>();
            participants.forEach(entry -> check.holds("participants", msps.add(entry.msp()), "An organisation is named twice."));
            check.holds("participants", msps.contains(authority), "The authority is not among the participants.");
        }
    }

    /**
     * Admits an organisation, or changes its entry, or lifts its suspension.
     *
     * <p>Refusals: {@code NOT_AUTHORITY} (an entry that would take the role regulator from the authority itself).
     *
     * @param participant the entry
     */
    record Admit(ParticipantEntry participant) implements OversightCommand<Participant> {
        @Override
        public Class<Participant> resultType() {
            return Participant.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("participant", participant);
        }
    }

    /**
     * Suspends an organisation: its members may do nothing until it is admitted again.
     *
     * <p>Refusals: {@code UNKNOWN_PARTICIPANT}, {@code NOT_AUTHORITY} (the authority cannot suspend itself).
     *
     * @param msp MSP id of the organisation
     * @param reason why, at most 512 characters
     */
    record Suspend(String msp, String reason) implements OversightCommand<Participant> {
        @Override
        public Class<Participant> resultType() {
            return Participant.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("msp", msp);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Grants an accreditation; replaces an earlier one of the same scope.
     *
     * <p>Refusals: {@code UNKNOWN_PARTICIPANT}.
     *
     * @param grant the accreditation
     */
    record Accredit(AccreditationGrant grant) implements OversightCommand<Accreditation> {
        @Override
        public Class<Accreditation> resultType() {
            return Accreditation.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("grant", grant);
        }
    }

    /**
     * Withdraws an accreditation at once.
     *
     * <p>Refusals: {@code ACCREDITATION_NOT_FOUND}, {@code ALREADY_CLOSED} (withdrawn before).
     *
     * @param msp MSP id of the organisation
     * @param scope scope of the accreditation
     * @param reason why, at most 512 characters
     */
    record WithdrawAccreditation(String msp, AccreditationScope scope, String reason) implements OversightCommand<Accreditation> {
        @Override
        public Class<Accreditation> resultType() {
            return Accreditation.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("msp", msp);
            check.required("scope", scope);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Places a hold on batteries: from the transaction on, only a peer of the authority can endorse a change of them, and custody
     * does not move.
     *
     * <p>Refusals: {@code BATTERY_NOT_FOUND}, {@code BATTERY_ENDED}, {@code WRONG_STAGE} (in a recycling lot),
     * {@code DUPLICATE_IN_BATCH}, {@code BATCH_TOO_LARGE}.
     *
     * @param batteries ids, at most 1,000
     * @param reason why, at most 512 characters
     * @param legalBasis provision that it rests on, at most 128 characters
     */
    record Hold(List<String> batteries, String reason, String legalBasis) implements OversightCommand<HoldSummary> {
        /** Copies the list. */
        public Hold {
            batteries = Copies.list(batteries);
        }

        @Override
        public Class<HoldSummary> resultType() {
            return HoldSummary.class;
        }

        @Override
        public void validate(Check check) {
            BatteryIds.validate(check, "batteries", batteries, BATTERIES_MAX);
            check.text("reason", reason, Check.TEXT_MAX);
            check.text("legalBasis", legalBasis, 128);
        }
    }

    /**
     * Releases batteries from a hold. A battery under no other hold is its holder's again.
     *
     * <p>Refusals: {@code HOLD_NOT_FOUND} (the battery is not, or no longer, under that hold), {@code BATTERY_NOT_FOUND}.
     *
     * @param holdId id of the hold
     * @param batteries ids, at most 1,000
     * @param reason why, at most 512 characters
     */
    record Release(String holdId, List<String> batteries, String reason) implements OversightCommand<HoldSummary> {
        /** Copies the list. */
        public Release {
            batteries = Copies.list(batteries);
        }

        @Override
        public Class<HoldSummary> resultType() {
            return HoldSummary.class;
        }

        @Override
        public void validate(Check check) {
            check.id("holdId", holdId);
            BatteryIds.validate(check, "batteries", batteries, BATTERIES_MAX);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Opens a recall. A recall of a model or batch needs no change of the batteries themselves, however many there are; single
     * batteries are marked.
     *
     * <p>Refusals: {@code BATTERY_NOT_FOUND}, {@code BATTERY_ENDED}, {@code UNKNOWN_PARTICIPANT} (manufacturer),
     * {@code DUPLICATE_IN_BATCH}, {@code BATCH_TOO_LARGE}.
     *
     * @param scope which batteries
     * @param risk what may happen, at most 512 characters
     * @param measure what holders must do, at most 512 characters
     */
    record Recall(RecallScope scope, String risk, String measure) implements OversightCommand<RecallNotice> {
        @Override
        public Class<RecallNotice> resultType() {
            return RecallNotice.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("scope", scope);
            check.text("risk", risk, Check.TEXT_MAX);
            check.text("measure", measure, Check.TEXT_MAX);
        }
    }

    /**
     * Adds single batteries to a recall of single batteries.
     *
     * <p>Refusals: {@code RECALL_NOT_FOUND}, {@code ALREADY_CLOSED}, {@code INVALID_FIELD} (recall of a model),
     * {@code BATTERY_NOT_FOUND}, {@code BATTERY_ENDED}, {@code ALREADY_EXISTS} (the battery is in it),
     * {@code DUPLICATE_IN_BATCH}, {@code BATCH_TOO_LARGE}.
     *
     * @param recallId id of the recall
     * @param batteries ids, at most 1,000
     */
    record ExtendRecall(String recallId, List<String> batteries) implements OversightCommand<RecallNotice> {
        /** Copies the list. */
        public ExtendRecall {
            batteries = Copies.list(batteries);
        }

        @Override
        public Class<RecallNotice> resultType() {
            return RecallNotice.class;
        }

        @Override
        public void validate(Check check) {
            check.id("recallId", recallId);
            BatteryIds.validate(check, "batteries", batteries, BATTERIES_MAX);
        }
    }

    /**
     * Closes a recall. Of single batteries that carry it, the first page of at most 1,000 is cleared with it; the others by
     * {@link ClearRecall}.
     *
     * <p>Refusals: {@code RECALL_NOT_FOUND}, {@code ALREADY_CLOSED}.
     *
     * @param recallId id of the recall
     * @param outcome how it ended, at most 512 characters
     */
    record CloseRecall(String recallId, String outcome) implements OversightCommand<RecallNotice> {
        @Override
        public Class<RecallNotice> resultType() {
            return RecallNotice.class;
        }

        @Override
        public void validate(Check check) {
            check.id("recallId", recallId);
            check.text("outcome", outcome, Check.TEXT_MAX);
        }
    }

    /**
     * Takes a closed recall off the next page of batteries. Repeat until {@link RecallNotice#cleared} equals {@link RecallNotice#pages}.
     *
     * <p>Refusals: {@code RECALL_NOT_FOUND}, {@code WRONG_STAGE} (the recall is open), {@code ALREADY_CLOSED} (nothing left to clear).
     *
     * @param recallId id of the recall
     */
    record ClearRecall(String recallId) implements OversightCommand<RecallNotice> {
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
     * Records a finding. A finding about a battery also stands in that battery's history.
     *
     * <p>Refusals: {@code BATTERY_NOT_FOUND}, {@code LOT_NOT_FOUND}, {@code UNKNOWN_PARTICIPANT}.
     *
     * @param report what was found
     */
    record RecordFinding(FindingReport report) implements OversightCommand<Finding> {
        @Override
        public Class<Finding> resultType() {
            return Finding.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("report", report);
        }
    }

    /**
     * Closes a finding.
     *
     * <p>Refusals: {@code FINDING_NOT_FOUND}, {@code ALREADY_CLOSED}.
     *
     * @param findingId id of the finding
     * @param resolution how it was remedied, at most 512 characters
     */
    record CloseFinding(String findingId, String resolution) implements OversightCommand<Finding> {
        @Override
        public Class<Finding> resultType() {
            return Finding.class;
        }

        @Override
        public void validate(Check check) {
            check.id("findingId", findingId);
            check.text("resolution", resolution, Check.TEXT_MAX);
        }
    }

    /**
     * Defines an incentive scheme.
     *
     * <p>Refusals: {@code ALREADY_EXISTS}.
     *
     * @param schemeId id of the scheme
     * @param terms its terms
     */
    record DefineIncentive(String schemeId, IncentiveTerms terms) implements OversightCommand<IncentiveScheme> {
        @Override
        public Class<IncentiveScheme> resultType() {
            return IncentiveScheme.class;
        }

        @Override
        public void validate(Check check) {
            check.id("schemeId", schemeId);
            check.nested("terms", terms);
        }
    }

    /**
     * Closes an incentive scheme to further claims.
     *
     * <p>Refusals: {@code INCENTIVE_NOT_FOUND}, {@code ALREADY_CLOSED}.
     *
     * @param schemeId id of the scheme
     */
    record CloseIncentive(String schemeId) implements OversightCommand<IncentiveScheme> {
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
     * Claims an incentive for a battery. The caller is the organisation that recorded the fact by which the incentive is earned;
     * it needs no particular role.
     *
     * <p>Refusals: {@code INCENTIVE_NOT_FOUND}, {@code ALREADY_CLOSED}, {@code BATTERY_NOT_FOUND}, {@code FACT_NOT_RECORDED} (a
     * required fact is missing, was recorded by somebody else or outside the scheme's dates), {@code INVALID_FIELD} (category not
     * covered), {@code ALREADY_CLAIMED}.
     *
     * @param schemeId id of the scheme
     * @param battery id of the battery
     */
    record ClaimIncentive(String schemeId, String battery) implements OversightCommand<IncentiveClaim> {
        @Override
        public Class<IncentiveClaim> resultType() {
            return IncentiveClaim.class;
        }

        @Override
        public void validate(Check check) {
            check.id("schemeId", schemeId);
            PassportId.parse(check, "battery", battery);
        }
    }

    /**
     * Replaces the deadlines and the calendar of a jurisdiction.
     *
     * @param rules the new rules
     */
    record SetDeadlineRules(DeadlineRules rules) implements OversightCommand<DeadlineRules> {
        @Override
        public Class<DeadlineRules> resultType() {
            return DeadlineRules.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("rules", rules);
        }
    }
}
