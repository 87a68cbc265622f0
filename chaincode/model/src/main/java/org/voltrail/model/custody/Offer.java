package org.voltrail.model.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * An offer to hand over batteries: one, or a consignment.
 *
 * @param id made by the ledger
 * @param from MSP id of the holder that offers
 * @param to MSP id of the receiver
 * @param status where it stands
 * @param count number of batteries
 * @param batteries their ids; empty in lists of offers
 * @param transport how they travel
 * @param place where they are handed over, at most 128 characters
 * @param offeredAt time of the offer, ISO 8601 UTC
 * @param expiresAt end of the offer's validity, ISO 8601 UTC
 * @param closedAt time at which the present status was reached, null while open
 * @param reason why it was rejected, cancelled or disputed
 * @param disputed ids of the batteries in dispute
 */
public record Offer(
        String id,
        String from,
        String to,
        OfferStatus status,
        int count,
        List<String> batteries,
        Transport transport,
        @Nullable String place,
        String offeredAt,
        String expiresAt,
        @Nullable String closedAt,
        @Nullable String reason,
        List<String> disputed) {
    /** Copies the lists. */
    public Offer {
        batteries = Copies.list(batteries);
        disputed = Copies.list(disputed);
    }

    /** The same with its batteries. */
    public Offer with(List<String> ids) {
        return new Offer(id, from, to, status, count, ids, transport, place, offeredAt, expiresAt, closedAt, reason, disputed);
    }

    /** The same in another status. */
    public Offer closed(OfferStatus next, String time, @Nullable String why) {
        return new Offer(id, from, to, next, count, batteries, transport, place, offeredAt, expiresAt, time, why, disputed);
    }

    /** The same with batteries in dispute. */
    public Offer disputing(List<String> ids, String time, String why) {
        return new Offer(id, from, to, OfferStatus.DISPUTED, count, batteries, transport, place, offeredAt, expiresAt, time, why, ids);
    }
}
