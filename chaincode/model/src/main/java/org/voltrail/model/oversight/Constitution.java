package org.voltrail.model.oversight;

import java.util.Set;
import org.voltrail.model.Copies;

/**
 * How the ledger came to have an authority. Written once.
 *
 * @param authority MSP id of the authority
 * @param participants MSP ids of the first participants
 * @param constitutedAt time of the transaction, ISO 8601 UTC
 */
public record Constitution(String authority, Set<String> participants, String constitutedAt) {
    /** Keeps the participants in a fixed order. */
    public Constitution {
        participants = Copies.sortedSet(participants);
    }
}
