package org.voltrail.model.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Copies;

/**
 * A page of offers, without their batteries.
 *
 * @param offers newest ids in no particular order
 * @param bookmark for the next page, null if this is the last
 */
public record OfferPage(List<Offer> offers, @Nullable String bookmark) {
    /** Copies the list. */
    public OfferPage {
        offers = Copies.list(offers);
    }
}
