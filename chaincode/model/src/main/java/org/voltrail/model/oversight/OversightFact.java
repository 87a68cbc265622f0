package org.voltrail.model.oversight;

import java.util.List;
import org.voltrail.model.Copies;
import org.voltrail.model.EventData;
import org.voltrail.model.Participant;

/** What happens in the contract {@code oversight}. */
public sealed interface OversightFact extends EventData {
    /**
     * The ledger has an authority.
     *
     * @param constitution how
     * @param participants the first participants
     */
    record Constituted(Constitution constitution, List<Participant> participants) implements OversightFact {
        /** Copies the list. */
        public Constituted {
            participants = Copies.list(participants);
        }

        @Override
        public String type() {
            return "ledger.constituted.v1";
        }
    }

    /**
     * An organisation was admitted, or its entry changed.
     *
     * @param participant the entry
     */
    record Admitted(Participant participant) implements OversightFact {
        @Override
        public String type() {
            return "participant.admitted.v1";
        }
    }

    /**
     * An organisation was suspended.
     *
     * @param msp MSP id
     * @param reason why
     */
    record Suspended(String msp, String reason) implements OversightFact {
        @Override
        public String type() {
            return "participant.suspended.v1";
        }
    }

    /**
     * An accreditation was granted.
     *
     * @param accreditation the register's entry
     */
    record Accredited(Accreditation accreditation) implements OversightFact {
        @Override
        public String type() {
            return "accreditation.granted.v1";
        }
    }

    /**
     * An accreditation was withdrawn.
     *
     * @param msp MSP id
     * @param scope scope
     * @param reason why
     */
    record AccreditationWithdrawn(String msp, AccreditationScope scope, String reason) implements OversightFact {
        @Override
        public String type() {
            return "accreditation.withdrawn.v1";
        }
    }

    /**
     * A battery, or each of the batteries that the transaction names, came under a hold.
     *
     * @param holdId id of the hold
     * @param reason why
     * @param legalBasis provision
     */
    record Held(String holdId, String reason, String legalBasis) implements OversightFact {
        @Override
        public String type() {
            return "battery.held.v1";
        }
    }

    /**
     * A battery, or each of the batteries that the transaction names, was released from a hold.
     *
     * @param holdId id of the hold
     * @param reason why
     */
    record Released(String holdId, String reason) implements OversightFact {
        @Override
        public String type() {
            return "battery.released.v1";
        }
    }

    /**
     * A recall was opened.
     *
     * @param recall the recall
     */
    record RecallOpened(RecallNotice recall) implements OversightFact {
        @Override
        public String type() {
            return "recall.opened.v1";
        }
    }

    /**
     * A recall was extended to more batteries.
     *
     * @param recall the recall
     */
    record RecallExtended(RecallNotice recall) implements OversightFact {
        @Override
        public String type() {
            return "recall.extended.v1";
        }
    }

    /**
     * A battery was named in a recall; an event of the battery, not of a transaction.
     *
     * @param recallId id of the recall
     * @param risk what may happen
     * @param measure what holders must do
     */
    record Recalled(String recallId, String risk, String measure) implements OversightFact {
        @Override
        public String type() {
            return "battery.recalled.v1";
        }
    }

    /**
     * A recall was closed.
     *
     * @param recall the recall
     */
    record RecallClosed(RecallNotice recall) implements OversightFact {
        @Override
        public String type() {
            return "recall.closed.v1";
        }
    }

    /**
     * A closed recall was taken off more batteries.
     *
     * @param recall the recall
     */
    record RecallCleared(RecallNotice recall) implements OversightFact {
        @Override
        public String type() {
            return "recall.cleared.v1";
        }
    }

    /**
     * A battery no longer carries a recall, since the recall is closed; an event of the battery, not of a transaction.
     *
     * @param recallId id of the recall
     */
    record RecallLifted(String recallId) implements OversightFact {
        @Override
        public String type() {
            return "battery.recall-lifted.v1";
        }
    }

    /**
     * A finding was recorded.
     *
     * @param finding the finding
     */
    record FindingRecorded(Finding finding) implements OversightFact {
        @Override
        public String type() {
            return "finding.recorded.v1";
        }
    }

    /**
     * A finding was closed.
     *
     * @param findingId id of the finding
     * @param resolution how it was remedied
     */
    record FindingClosed(String findingId, String resolution) implements OversightFact {
        @Override
        public String type() {
            return "finding.closed.v1";
        }
    }

    /**
     * An incentive scheme was defined.
     *
     * @param scheme the scheme
     */
    record IncentiveDefined(IncentiveScheme scheme) implements OversightFact {
        @Override
        public String type() {
            return "incentive.defined.v1";
        }
    }

    /**
     * An incentive scheme was closed.
     *
     * @param schemeId id of the scheme
     */
    record IncentiveClosed(String schemeId) implements OversightFact {
        @Override
        public String type() {
            return "incentive.closed.v1";
        }
    }

    /**
     * An incentive was granted.
     *
     * @param claim the claim
     */
    record IncentiveClaimed(IncentiveClaim claim) implements OversightFact {
        @Override
        public String type() {
            return "incentive.claimed.v1";
        }
    }

    /**
     * The deadlines of a jurisdiction were replaced.
     *
     * @param jurisdiction whose
     * @param version name of the new state of the rules
     */
    record DeadlineRulesSet(String jurisdiction, String version) implements OversightFact {
        @Override
        public String type() {
            return "deadline-rules.set.v1";
        }
    }
}
