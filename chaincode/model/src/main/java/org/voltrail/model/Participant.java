package org.voltrail.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's entry in the participant register, kept by the authority under {@code participant~msp}.
 *
 * @param msp MSP id of the organisation
 * @param name name as in the trade register
 * @param roles roles that its members may exercise, if their certificate says so too
 * @param authority MSP id of the authority that admitted it; this MSP may endorse changes to held batteries
 * @param jurisdiction ISO 3166 alpha-2 code, or {@code EU}; chooses the deadlines that apply
 * @param gln GS1 Global Location Number, 13 digits
 * @param lei Legal Entity Identifier (ISO 17442), 20 characters
 * @param nationalId registration number under national law
 * @param admittedAt time of the transaction that wrote this entry, ISO 8601 UTC
 * @param suspended whether the authority has withdrawn all roles
 */
public record Participant(
        String msp,
        String name,
        Set<Role> roles,
        String authority,
        String jurisdiction,
        @Nullable String gln,
        @Nullable String lei,
        @Nullable String nationalId,
        String admittedAt,
        boolean suspended) {
    /** Keeps the roles in a fixed order, so that two equal entries have equal bytes. */
    public Participant {
        roles = Copies.sortedSet(roles);
    }

    /** Whether members of this organisation may exercise the role. */
    public boolean may(Role role) {
        return !suspended && roles.contains(role);
    }
}
