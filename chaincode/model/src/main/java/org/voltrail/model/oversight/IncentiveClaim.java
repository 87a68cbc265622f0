package org.voltrail.model.oversight;

/**
 * A granted claim, stored under {@code claim~schemeId~battery}: there can be one for each battery.
 *
 * @param schemeId the scheme
 * @param battery id of the battery
 * @param claimant MSP id of the organisation that earned it
 * @param currency ISO 4217 code
 * @param amountMinor amount in minor units
 * @param claimedAt time of the transaction, ISO 8601 UTC
 * @param txId the transaction
 */
public record IncentiveClaim(
        String schemeId, String battery, String claimant, String currency, long amountMinor, String claimedAt, String txId) {}
