package org.voltrail.model.endoflife;

import org.jspecify.annotations.Nullable;

/**
 * A recycling lot, stored under {@code lot~lotId}; its batteries are kept apart, in intakes of at most 1,000.
 *
 * @param lotId id of the lot
 * @param owner MSP id of the recycler
 * @param plan what the recycler said when opening it
 * @param state where it is
 * @param batteries number of batteries
 * @param intakes number of intakes
 * @param settled number of intakes whose batteries carry the end of the lot
 * @param masses what went in and came out
 * @param openedAt time of the transaction, ISO 8601 UTC
 * @param closedAt when it was closed, null while it is open
 * @param result what was achieved, null while it is open
 */
public record Lot(
        String lotId,
        String owner,
        LotPlan plan,
        State state,
        int batteries,
        int intakes,
        int settled,
        MassAccount masses,
        String openedAt,
        @Nullable String closedAt,
        @Nullable LotResult result) {
    /** Where a lot is. */
    public enum State {
        /** Batteries go in, material comes out. */
        OPEN,
        /** Balanced and fixed; the recycling is not yet recorded for all batteries. */
        CLOSED,
        /** Closed, and the recycling is recorded for all batteries. */
        SETTLED
    }

    /** A lot with nothing in it. */
    public static Lot open(String lotId, String owner, LotPlan plan, String at) {
        return new Lot(lotId, owner, plan, State.OPEN, 0, 0, 0, MassAccount.EMPTY, at, null, null);
    }

    /** The same with another intake. */
    public Lot filled(int more, MassAccount next) {
        return new Lot(lotId, owner, plan, state, batteries + more, intakes + 1, settled, next, openedAt, closedAt, result);
    }

    /** The same with other masses. */
    public Lot with(MassAccount next) {
        return new Lot(lotId, owner, plan, state, batteries, intakes, settled, next, openedAt, closedAt, result);
    }

    /** The same, closed. */
    public Lot closed(String at, LotResult achieved) {
        return new Lot(lotId, owner, plan, State.CLOSED, batteries, intakes, settled, masses, openedAt, at, achieved);
    }

    /** The same with that many intakes settled. */
    public Lot settled(int upTo) {
        State next = upTo == intakes ? State.SETTLED : state;
        return new Lot(lotId, owner, plan, next, batteries, intakes, upTo, masses, openedAt, closedAt, result);
    }
}
