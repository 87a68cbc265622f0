package org.voltrail.model.custody;

/**
 * What a command on an offer answers.
 *
 * @param offerId the offer
 * @param status where it stands after the command
 * @param count number of batteries concerned
 */
public record OfferReceipt(String offerId, OfferStatus status, int count) {}
