package org.voltrail.model.endoflife;

/**
 * Recycled content that was claimed from a credit, stored under {@code credit-use~creditId~battery~txId}.
 *
 * @param creditId the credit
 * @param battery id of the new battery
 * @param massMg mass in mg
 * @param claimedAt time of the transaction, ISO 8601 UTC
 * @param txId the transaction
 */
public record CreditUse(String creditId, String battery, long massMg, String claimedAt, String txId) {}
