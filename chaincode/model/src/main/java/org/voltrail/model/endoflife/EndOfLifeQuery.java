package org.voltrail.model.endoflife;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Query;

/** Queries of the contract {@code endoflife}. Lots and credits are public among the participants. */
public sealed interface EndOfLifeQuery<R> extends Query<R> {
    /** Most documents on a page. */
    int PAGE_MAX = 500;

    /** Most intakes on a page. */
    int INTAKES_MAX = 10;

    @Override
    default String contract() {
        return "endoflife";
    }

    /**
     * A recycling lot. Refusal: {@code LOT_NOT_FOUND}.
     *
     * @param lotId id of the lot
     */
    record GetLot(String lotId) implements EndOfLifeQuery<Lot> {
        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
        }
    }

    /**
     * The lots of a recycler, open and closed.
     *
     * @param owner MSP id of the recycler
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Lots(String owner, int size, @Nullable String bookmark) implements EndOfLifeQuery<LotPage> {
        @Override
        public Class<LotPage> resultType() {
            return LotPage.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("owner", owner);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The batteries of a lot, in intakes of at most 1,000. Refusal: {@code LOT_NOT_FOUND}.
     *
     * @param lotId id of the lot
     * @param size most documents to return, 1 to 10
     * @param bookmark where the previous page ended; null for the first page
     */
    record LotBatteries(String lotId, int size, @Nullable String bookmark) implements EndOfLifeQuery<LotIntakePage> {
        @Override
        public Class<LotIntakePage> resultType() {
            return LotIntakePage.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
            check.range("size", size, 1, INTAKES_MAX);
        }
    }

    /**
     * A credit. Refusal: {@code CREDIT_NOT_FOUND}.
     *
     * @param creditId id of the credit
     */
    record GetCredit(String creditId) implements EndOfLifeQuery<Credit> {
        @Override
        public Class<Credit> resultType() {
            return Credit.class;
        }

        @Override
        public void validate(Check check) {
            check.id("creditId", creditId);
        }
    }

    /**
     * The credits of an owner, spent ones too.
     *
     * @param owner MSP id of the owner
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record Credits(String owner, int size, @Nullable String bookmark) implements EndOfLifeQuery<CreditPage> {
        @Override
        public Class<CreditPage> resultType() {
            return CreditPage.class;
        }

        @Override
        public void validate(Check check) {
            check.msp("owner", owner);
            check.range("size", size, 1, PAGE_MAX);
        }
    }

    /**
     * The claims of recycled content from a credit.
     *
     * @param creditId id of the credit
     * @param size most documents to return, 1 to 500
     * @param bookmark where the previous page ended; null for the first page
     */
    record CreditUses(String creditId, int size, @Nullable String bookmark) implements EndOfLifeQuery<CreditUsePage> {
        @Override
        public Class<CreditUsePage> resultType() {
            return CreditUsePage.class;
        }

        @Override
        public void validate(Check check) {
            check.id("creditId", creditId);
            check.range("size", size, 1, PAGE_MAX);
        }
    }
}
