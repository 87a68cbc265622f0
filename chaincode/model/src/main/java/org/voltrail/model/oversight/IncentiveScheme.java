package org.voltrail.model.oversight;

import org.jspecify.annotations.Nullable;

/**
 * An incentive scheme, stored under {@code incentive~schemeId}.
 *
 * @param schemeId id chosen by the authority
 * @param terms its terms; never changed
 * @param definedAt time of the transaction, ISO 8601 UTC
 * @param closedAt when it was closed to further claims, null while it is open
 */
public record IncentiveScheme(String schemeId, IncentiveTerms terms, String definedAt, @Nullable String closedAt) {
    /** The same, closed. */
    public IncentiveScheme closed(String at) {
        return new IncentiveScheme(schemeId, terms, definedAt, at);
    }
}
