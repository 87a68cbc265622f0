package org.voltrail.contract.custody;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.OfferStatus;

/** The end of an open offer: with or without a change of custody. */
final class Closing {
    private Closing() {}

    static OfferReceipt accept(LedgerTransaction transaction, CustodyCommand.Accept command) {
        Offer offer = open(transaction, command.offerId());
        Offers.demandParty(transaction, offer.to(), ErrorCode.NOT_RECEIVER);
        if (over(transaction, offer)) {
            throw LedgerError.of(ErrorCode.OFFER_EXPIRED, "The offer's time is over.")
                    .comparing("before " + offer.expiresAt(), transaction.time())
                    .exception();
        }
        List<Battery> batteries = Offers.batteries(transaction, Offers.consignment(transaction, offer.id()));
        batteries.forEach(battery -> Guard.of(transaction, battery).notEnded().notOnHold());
        Offering.demandPassable(transaction, batteries, transaction.participant(), offer.transport());
        String place = command.place() != null ? command.place() : offer.place();
        CustodyFact.Accepted fact = new CustodyFact.Accepted(offer.id(), offer.from(), offer.to(), place);
        transaction.emit(fact);
        batteries.forEach(battery -> transaction.record(battery, taken(transaction, battery, offer.to(), place), fact));
        return Offers.close(transaction, offer.closed(OfferStatus.ACCEPTED, transaction.time(), null));
    }

    private static Battery taken(LedgerTransaction transaction, Battery battery, String holder, @Nullable String place) {
        BatteryEditor after = battery.edit()
                .holder(holder)
                .offerId(null)
                .milestone(Milestone.CUSTODY_ACCEPTED, transaction.time(), new Origin(holder, null));
        return place == null ? after.build() : after.place(place).build();
    }

    static OfferReceipt reject(LedgerTransaction transaction, CustodyCommand.Reject command) {
        Offer offer = open(transaction, command.offerId());
        Offers.demandParty(transaction, offer.to(), ErrorCode.NOT_RECEIVER);
        return release(transaction, offer, OfferStatus.REJECTED, command.reason());
    }

    static OfferReceipt cancel(LedgerTransaction transaction, CustodyCommand.Cancel command) {
        Offer offer = open(transaction, command.offerId());
        Offers.demandParty(transaction, offer.from(), ErrorCode.NOT_HOLDER);
        return release(transaction, offer, OfferStatus.CANCELLED, command.reason());
    }

    static OfferReceipt expire(LedgerTransaction transaction, CustodyCommand.Expire command) {
        Offer offer = open(transaction, command.offerId());
        if (!transaction.msp().equals(offer.to()) && !isAuthority(transaction)) {
            Offers.demandParty(transaction, offer.from(), ErrorCode.NOT_HOLDER);
        }
        if (!over(transaction, offer)) {
            throw LedgerError.of(ErrorCode.OFFER_NOT_EXPIRED, "The offer is still valid.")
                    .comparing("from " + offer.expiresAt(), transaction.time())
                    .exception();
        }
        return release(transaction, offer, OfferStatus.EXPIRED, null);
    }

    private static Offer open(LedgerTransaction transaction, String offerId) {
        transaction.participant();
        return Offers.demandStatus(Offers.offer(transaction, offerId), OfferStatus.OPEN, ErrorCode.OFFER_NOT_OPEN);
    }

    private static boolean over(LedgerTransaction transaction, Offer offer) {
        return !transaction.instant().isBefore(Instant.parse(offer.expiresAt()));
    }

    static boolean isAuthority(LedgerTransaction transaction) {
        return transaction.msp().equals(transaction.authority()) && transaction.hasRole(Role.REGULATOR);
    }

    private static OfferReceipt release(LedgerTransaction transaction, Offer offer, OfferStatus status, @Nullable String reason) {
        CustodyFact.Closed fact = new CustodyFact.Closed(offer.id(), status, reason);
        transaction.emit(fact);
        Offers.batteries(transaction, Offers.consignment(transaction, offer.id()))
                .forEach(battery -> transaction.record(battery, battery.edit().offerId(null).build(), fact));
        return Offers.close(transaction, offer.closed(status, transaction.time(), reason));
    }
}
