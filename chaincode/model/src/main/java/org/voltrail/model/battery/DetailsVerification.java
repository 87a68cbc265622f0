package org.voltrail.model.battery;

import org.jspecify.annotations.Nullable;

/**
 * Whether details are those that the ledger vouches for.
 *
 * @param matches whether the hashes are equal
 * @param computed hash of the details in question
 * @param recorded hash on the battery's record, null if the organisation attached none
 */
public record DetailsVerification(boolean matches, String computed, @Nullable String recorded) {}
