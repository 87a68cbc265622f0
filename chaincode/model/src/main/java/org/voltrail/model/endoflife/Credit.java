package org.voltrail.model.endoflife;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Material;

/**
 * Recovered material that its owner may claim as recycled content of new batteries, or hand on. Every milligram is spent at most
 * once: what a credit was issued for equals what remains, what was claimed, and what was handed on. Stored under
 * {@code credit~creditId}; it changes only with an endorsement by a peer of its owner or of the authority.
 *
 * @param creditId id of the credit
 * @param lotId lot that the material came from, and through it the batteries
 * @param material the material
 * @param recycler MSP id of the organisation that recovered it
 * @param owner MSP id of the organisation that may spend it
 * @param issuedMg mass that it was issued for, in mg
 * @param remainingMg mass that is not spent, in mg
 * @param parent credit that it was handed on from; null if it comes straight from the lot
 * @param issuedAt time of the transaction, ISO 8601 UTC
 */
public record Credit(
        String creditId,
        String lotId,
        Material material,
        String recycler,
        String owner,
        long issuedMg,
        long remainingMg,
        @Nullable String parent,
        String issuedAt) {
    /** A credit for recycled material of a lot. */
    public static Credit issued(String creditId, Lot lot, Material material, long massMg, String at) {
        return new Credit(creditId, lot.lotId(), material, lot.owner(), lot.owner(), massMg, massMg, null, at);
    }

    /**
     * The same with some of it spent.
     *
     * @param check path of the request's field
     * @throws LedgerException {@code CREDIT_SPENT} if less than that remains
     */
    public Credit spent(Check check, String field, long massMg) {
        if (massMg > remainingMg) {
            throw check.error(ErrorCode.CREDIT_SPENT, field, "The credit does not have that much left.")
                    .comparing("at most " + remainingMg + " mg", massMg + " mg")
                    .exception();
        }
        return new Credit(creditId, lotId, material, recycler, owner, issuedMg, remainingMg - massMg, parent, issuedAt);
    }

    /** The credit that somebody else gets for a part of this one. */
    public Credit handedOn(String newId, String newOwner, long massMg, String at) {
        return new Credit(newId, lotId, material, recycler, newOwner, massMg, massMg, creditId, at);
    }
}
