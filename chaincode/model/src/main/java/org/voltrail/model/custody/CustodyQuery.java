package org.voltrail.model.custody;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Query;

/** Queries of the contract {@code custody}. */
public sealed interface CustodyQuery {
    /** Most entries on a page. */
    int PAGE_MAX = 1_000;

    /** An offer with its batteries; answers {@code OFFER_NOT_FOUND} if there is none. */
    record GetOffer(String offerId) implements CustodyQuery, Query<Offer> {
        @Override
        public String contract() {
            return CustodyCommand.CONTRACT;
        }

        @Override
        public Class<Offer> resultType() {
            return Offer.class;
        }

        @Override
        public void validate(Check check) {
            check.id("offerId", offerId);
        }
    }

    /**
     * Open and disputed offers to the caller's organisation.
     *
     * @param size offers on a page, 1 to {@value #PAGE_MAX}
     * @param bookmark from the page before, null for the first
     */
    record Inbox(int size, @Nullable String bookmark) implements CustodyQuery, Query<OfferPage> {
        @Override
        public String contract() {
            return CustodyCommand.CONTRACT;
        }

        @Override
        public Class<OfferPage> resultType() {
            return OfferPage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
            check.optionalId("bookmark", bookmark);
        }
    }

    /**
     * Open and disputed offers by the caller's organisation.
     *
     * @param size offers on a page, 1 to {@value #PAGE_MAX}
     * @param bookmark from the page before, null for the first
     */
    record Outbox(int size, @Nullable String bookmark) implements CustodyQuery, Query<OfferPage> {
        @Override
        public String contract() {
            return CustodyCommand.CONTRACT;
        }

        @Override
        public Class<OfferPage> resultType() {
            return OfferPage.class;
        }

        @Override
        public void validate(Check check) {
            check.range("size", size, 1, PAGE_MAX);
            check.optionalId("bookmark", bookmark);
        }
    }
}
