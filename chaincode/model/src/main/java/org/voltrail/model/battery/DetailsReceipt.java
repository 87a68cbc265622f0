package org.voltrail.model.battery;

/**
 * What storing and sharing private details answers.
 *
 * @param battery the battery's id in its normal form
 * @param collection the collection that holds the details
 * @param hash their salted hash
 */
public record DetailsReceipt(String battery, String collection, String hash) {}
