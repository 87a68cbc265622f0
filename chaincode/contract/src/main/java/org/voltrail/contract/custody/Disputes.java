package org.voltrail.contract.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.OfferStatus;
import org.voltrail.model.custody.Settlement;

/** Complaints about what was taken over. */
final class Disputes {
    private static final Check COMMAND = Check.root().at("command");

    private Disputes() {}

    static OfferReceipt dispute(LedgerTransaction transaction, CustodyCommand.Dispute command) {
        transaction.participant();
        Offer offer = Offers.demandStatus(Offers.offer(transaction, command.offerId()), OfferStatus.ACCEPTED, ErrorCode.OFFER_NOT_OPEN);
        Offers.demandParty(transaction, offer.to(), ErrorCode.NOT_RECEIVER);
        demandTimely(transaction, offer);
        List<Battery> batteries = Offers.batteries(transaction, concerned(transaction, offer, command.batteries()));
        CustodyFact.Disputed fact = new CustodyFact.Disputed(offer.id(), command.reason());
        transaction.emit(fact);
        for (Battery battery : batteries) {
            Guard.of(transaction, battery).freeInHand();
            transaction.record(battery, battery.edit().disputeId(offer.id()).build(), fact);
        }
        List<String> ids = batteries.stream().map(Battery::id).toList();
        Offer disputed = offer.disputing(ids, transaction.time(), command.reason());
        transaction.put(Keys.offer(offer.id()), disputed);
        Offers.mark(transaction, disputed);
        return new OfferReceipt(offer.id(), disputed.status(), ids.size());
    }

    private static void demandTimely(LedgerTransaction transaction, Offer offer) {
        Instant latest = Instant.parse(Objects.requireNonNull(offer.closedAt())).plus(Duration.ofDays(CustodyCommand.DISPUTE_DAYS));
        if (transaction.instant().isAfter(latest)) {
            throw LedgerError.of(ErrorCode.OFFER_EXPIRED, "The time for complaints is over.")
                    .comparing("at most " + latest, transaction.time())
                    .exception();
        }
    }

    /** Ids of the disputed batteries as the offer has them: those that are named, or all. */
    private static List<String> concerned(LedgerTransaction transaction, Offer offer, List<String> named) {
        List<String> all = Offers.consignment(transaction, offer.id());
        if (named.isEmpty()) {
            return all;
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        all.forEach(id -> byKey.put(Keys.battery(id), id));
        return named.stream().map(Keys::battery).distinct().map(key -> inOffer(byKey, key)).toList();
    }

    private static String inOffer(Map<String, String> byKey, String key) {
        String id = byKey.get(key);
        if (id == null) {
            throw COMMAND.error(ErrorCode.INVALID_FIELD, "batteries", "The battery was not in this offer.")
                    .comparing(null, Keys.attributes(key).get(0))
                    .exception();
        }
        return id;
    }

    static OfferReceipt resolve(LedgerTransaction transaction, CustodyCommand.ResolveDispute command) {
        transaction.participant();
        Offer offer = Offers.demandStatus(Offers.offer(transaction, command.offerId()), OfferStatus.DISPUTED, ErrorCode.NO_DISPUTE);
        boolean back = command.settlement() == Settlement.RETURN;
        if (!Closing.isAuthority(transaction)) {
            Offers.demandParty(transaction, back ? offer.from() : offer.to(), back ? ErrorCode.NOT_HOLDER : ErrorCode.NOT_RECEIVER);
        }
        String holder = back ? offer.from() : offer.to();
        CustodyFact.DisputeResolved fact =
                new CustodyFact.DisputeResolved(offer.id(), command.settlement(), holder, command.note());
        transaction.emit(fact);
        Offers.batteries(transaction, offer.disputed()).forEach(battery -> settle(transaction, battery, holder, fact));
        OfferStatus status = back ? OfferStatus.RETURNED : OfferStatus.SETTLED;
        Offers.close(transaction, offer.closed(status, transaction.time(), command.note()));
        return new OfferReceipt(offer.id(), status, offer.disputed().size());
    }

    private static void settle(LedgerTransaction transaction, Battery battery, String holder, CustodyFact.DisputeResolved fact) {
        BatteryEditor after = battery.edit().disputeId(null);
        if (!battery.holder().equals(holder)) {
            after.holder(holder).milestone(Milestone.CUSTODY_ACCEPTED, transaction.time(), new Origin(holder, null));
        }
        transaction.record(battery, after.build(), fact);
    }
}
