package org.voltrail.model.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;
import org.voltrail.model.EventData;
import org.voltrail.model.battery.Condition;

/**
 * What happens in the contract {@code custody}. The batteries concerned are those of the event; each has the same fact in its
 * history.
 */
public sealed interface CustodyFact extends EventData {
    /**
     * Batteries were offered.
     *
     * @param offerId the offer
     * @param from MSP id of the holder
     * @param to MSP id of the receiver
     * @param transport how they travel
     * @param place where they are handed over
     * @param expiresAt end of the offer's validity
     */
    record Offered(String offerId, String from, String to, Transport transport, @Nullable String place, String expiresAt)
            implements CustodyFact {
        @Override
        public String type() {
            return "custody.offered.v1";
        }
    }

    /**
     * Batteries changed hands.
     *
     * @param offerId the offer
     * @param from MSP id of the former holder
     * @param to MSP id of the new holder
     * @param place where they are now
     */
    record Accepted(String offerId, String from, String to, @Nullable String place) implements CustodyFact {
        @Override
        public String type() {
            return "custody.accepted.v1";
        }
    }

    /**
     * An offer ended without a change of custody.
     *
     * @param offerId the offer
     * @param status rejected, cancelled or expired
     * @param reason why
     */
    record Closed(String offerId, OfferStatus status, @Nullable String reason) implements CustodyFact {
        @Override
        public String type() {
            return switch (status) {
                case REJECTED -> "custody.rejected.v1";
                case CANCELLED -> "custody.cancelled.v1";
                default -> "custody.expired.v1";
            };
        }
    }

    /**
     * The receiver complained.
     *
     * @param offerId the offer
     * @param reason why
     */
    record Disputed(String offerId, String reason) implements CustodyFact {
        @Override
        public String type() {
            return "custody.disputed.v1";
        }
    }

    /**
     * A dispute ended.
     *
     * @param offerId the offer
     * @param settlement who has the batteries from now on
     * @param holder MSP id of that organisation
     * @param note grounds
     */
    record DisputeResolved(String offerId, Settlement settlement, String holder, String note) implements CustodyFact {
        @Override
        public String type() {
            return "custody.dispute-resolved.v1";
        }
    }

    /**
     * A battery's condition was recorded.
     *
     * @param condition as found
     * @param place where
     * @param note what was seen
     * @param evidence hash of the evidence
     */
    record ConditionRecorded(Condition condition, @Nullable String place, @Nullable String note, @Nullable String evidence)
            implements CustodyFact {
        @Override
        public String type() {
            return "custody.condition-recorded.v1";
        }
    }

    /**
     * The ids of an offer's batteries, kept apart from the offer because they never change.
     *
     * @param ids in the order of the offer
     */
    record Consignment(List<String> ids) {
        /** Copies the list. */
        public Consignment {
            ids = Copies.list(ids);
        }
    }
}
