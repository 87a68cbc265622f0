package org.voltrail.contract.custody;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferPage;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.OfferStatus;
import org.voltrail.model.json.WireNames;

/** Offers as documents: one that changes, and the list of batteries, which does not. */
final class Offers {
    private Offers() {}

    /** Keys of an offer's documents. */
    static List<String> keys(String offerId) {
        return List.of(Keys.offer(offerId), consignmentKey(offerId));
    }

    private static String consignmentKey(String offerId) {
        return Keys.of("offer-batteries", offerId);
    }

    static Offer offer(LedgerView view, String offerId) {
        return view.find(Keys.offer(offerId), Offer.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.OFFER_NOT_FOUND, "No offer has this id.").comparing(null, offerId).exception());
    }

    static List<String> consignment(LedgerView view, String offerId) {
        return view.find(consignmentKey(offerId), CustodyFact.Consignment.class).orElseThrow().ids();
    }

    /** The offer's batteries, read in one go. */
    static List<Battery> batteries(LedgerView view, List<String> ids) {
        view.prefetch(ids.stream().map(Keys::battery).toList());
        return ids.stream().map(view::battery).toList();
    }

    static void open(LedgerTransaction transaction, Offer offer, List<String> ids) {
        transaction.put(Keys.offer(offer.id()), offer);
        transaction.put(consignmentKey(offer.id()), new CustodyFact.Consignment(ids));
        mark(transaction, offer);
    }

    /** Puts an offer into the boxes of both sides. */
    static void mark(LedgerTransaction transaction, Offer offer) {
        transaction.mark(Keys.offerTo(offer.to(), offer.id()));
        transaction.mark(Keys.offerFrom(offer.from(), offer.id()));
    }

    /** Stores an offer that needs nobody's attention any more. */
    static OfferReceipt close(LedgerTransaction transaction, Offer offer) {
        transaction.put(Keys.offer(offer.id()), offer);
        transaction.delete(Keys.offerTo(offer.to(), offer.id()));
        transaction.delete(Keys.offerFrom(offer.from(), offer.id()));
        return receipt(offer);
    }

    static OfferReceipt receipt(Offer offer) {
        return new OfferReceipt(offer.id(), offer.status(), offer.count());
    }

    static Offer demandStatus(Offer offer, OfferStatus status, ErrorCode otherwise) {
        if (offer.status() != status) {
            throw LedgerError.of(otherwise, "The offer does not stand where this is possible. (" + offer.id() + ")")
                    .comparing(WireNames.of(status), WireNames.of(offer.status()))
                    .exception();
        }
        return offer;
    }

    static void demandParty(LedgerView view, String party, ErrorCode otherwise) {
        if (!view.msp().equals(party)) {
            throw LedgerError.of(otherwise, "This is for the other side of the handover to do.").comparing(party, view.msp()).exception();
        }
    }

    static Offer get(LedgerView view, CustodyQuery.GetOffer query) {
        view.prefetch(keys(query.offerId()));
        return offer(view, query.offerId()).with(consignment(view, query.offerId()));
    }

    static OfferPage inbox(LedgerView view, CustodyQuery.Inbox query) {
        String from = query.bookmark() == null ? null : Keys.offerTo(view.msp(), query.bookmark());
        return box(view, "offer-to", query.size(), from);
    }

    static OfferPage outbox(LedgerView view, CustodyQuery.Outbox query) {
        String from = query.bookmark() == null ? null : Keys.offerFrom(view.msp(), query.bookmark());
        return box(view, "offer-from", query.size(), from);
    }

    private static OfferPage box(LedgerView view, String box, int size, @Nullable String from) {
        LedgerView.Slice<String> ids = view.page(Boolean.class, size, from, (key, mark) -> id(key), box, view.msp());
        view.prefetch(ids.entries().stream().map(Keys::offer).toList());
        Stream<Offer> offers = ids.entries().stream().map(id -> offer(view, id));
        return new OfferPage(offers.toList(), ids.next() == null ? null : id(Objects.requireNonNull(ids.next())));
    }

    private static String id(String boxKey) {
        return Keys.attributes(boxKey).get(1);
    }
}
