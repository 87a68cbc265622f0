package org.voltrail.model.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.PassportId;

/** Commands of the contract {@code custody}. Custody changes only with the signatures of both sides. */
public sealed interface CustodyCommand {
    /** Name of the contract. */
    String CONTRACT = "custody";

    /** Most batteries in one consignment. */
    int CONSIGNMENT_MAX = 5_000;

    /** Longest validity of an offer, in days. */
    int VALIDITY_MAX_DAYS = 180;

    /** Days after acceptance within which the receiver may dispute. */
    int DISPUTE_DAYS = 30;

    /** A command that moves an offer on. */
    sealed interface OnOffer extends CustodyCommand, Command<OfferReceipt> {
        @Override
        default String contract() {
            return CONTRACT;
        }

        @Override
        default Class<OfferReceipt> resultType() {
            return OfferReceipt.class;
        }
    }

    /**
     * Offers batteries to another organisation. The holder of all of them; none may be on hold, built in, in another open offer or
     * in dispute. UN number, special provision and packing instruction must fit each battery's recorded condition
     * ({@link HazardGate}); sound and damaged ones do not travel together. Recalled ones go only to the manufacturer, the
     * responsible operator, a collector or a recycler.
     *
     * @param to MSP id of the receiver
     * @param batteries ids, 1 to {@value #CONSIGNMENT_MAX}
     * @param transport how they travel
     * @param place where they are handed over, at most 128 characters
     * @param expiresAt end of the offer's validity, ISO 8601 UTC, at most {@value #VALIDITY_MAX_DAYS} days ahead
     */
    record Offer(String to, List<String> batteries, Transport transport, @Nullable String place, String expiresAt) implements OnOffer {
        /** Copies the list. */
        public Offer {
            batteries = Copies.list(batteries);
        }

        @Override
        public void validate(Check check) {
            check.msp("to", to);
            check.size("batteries", batteries, CONSIGNMENT_MAX);
            validateIds(check, "batteries", batteries);
            check.nested("transport", transport);
            check.optionalText("place", place, 128);
            check.instant("expiresAt", expiresAt);
        }
    }

    /**
     * Takes the offered batteries over. The receiver, before the offer's end.
     *
     * @param offerId the offer
     * @param place where the batteries are now, at most 128 characters
     */
    record Accept(String offerId, @Nullable String place) implements OnOffer {
        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
            check.optionalText("place", place, 128);
        }
    }

    /**
     * Refuses the offered batteries. The receiver.
     *
     * @param offerId the offer
     * @param reason why, at most 512 characters
     */
    record Reject(String offerId, String reason) implements OnOffer {
        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Withdraws an open offer. The organisation that made it.
     *
     * @param offerId the offer
     * @param reason why, at most 512 characters
     */
    record Cancel(String offerId, String reason) implements OnOffer {
        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Frees the batteries of an offer whose time is over. Either side, or the authority.
     *
     * @param offerId the offer
     */
    record Expire(String offerId) implements OnOffer {
        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
        }
    }

    /**
     * Complains about batteries that were taken over. The receiver, within {@value #DISPUTE_DAYS} days, while it still holds them.
     * They cannot be handed on until the dispute is resolved.
     *
     * @param offerId the accepted offer
     * @param batteries ids of those in dispute; empty for all
     * @param reason why, at most 512 characters
     */
    record Dispute(String offerId, List<String> batteries, String reason) implements OnOffer {
        /** Copies the list. */
        public Dispute {
            batteries = Copies.list(batteries);
        }

        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
            check.atMost("batteries", batteries, CONSIGNMENT_MAX);
            validateIds(check, "batteries", batteries);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Ends a dispute: the receiver withdraws it ({@code KEEP}), the sender takes the batteries back ({@code RETURN}), or the
     * authority decides either.
     *
     * @param offerId the disputed offer
     * @param settlement who has the batteries from now on
     * @param note grounds, at most 512 characters
     */
    record ResolveDispute(String offerId, Settlement settlement, String note) implements OnOffer {
        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
            check.required("settlement", settlement);
            check.text("note", note, Check.TEXT_MAX);
        }
    }

    /**
     * Records a battery's condition and place. The holder. A condition gets better only with a test or repair report.
     *
     * @param battery the battery
     * @param condition as found
     * @param place where, at most 128 characters
     * @param note what was seen, at most 512 characters
     * @param evidence hexadecimal SHA-256 of photographs or report; required when the condition gets better
     */
    record RecordCondition(
            String battery, Condition condition, @Nullable String place, @Nullable String note, @Nullable String evidence)
            implements CustodyCommand, Command<BatteryReceipt> {
        @Override
        public String contract() {
            return CONTRACT;
        }

        @Override
        public Class<BatteryReceipt> resultType() {
            return BatteryReceipt.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.required("condition", condition);
            check.optionalText("place", place, 128);
            check.optionalText("note", note, Check.TEXT_MAX);
            if (evidence != null) {
                check.sha256("evidence", evidence);
            }
        }
    }

    private static void validateIds(Check check, String field, List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            PassportId.parse(check, field + "[" + i + "]", ids.get(i));
        }
    }
}
