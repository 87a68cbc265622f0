package org.voltrail.model.oversight;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Gs1;

/**
 * What the authority writes into the participant register.
 *
 * @param msp MSP id of the organisation
 * @param name name as in the trade register, at most 128 characters
 * @param roles roles that its members may exercise, at least one
 * @param jurisdiction ISO 3166-1 alpha-2 code, or {@code EU}; chooses the deadlines that apply
 * @param gln GS1 Global Location Number: 13 digits with check digit
 * @param lei Legal Entity Identifier (ISO 17442): 20 characters with check digits
 * @param nationalId registration number under national law, at most 64 characters
 */
public record ParticipantEntry(
        String msp,
        String name,
        Set<Role> roles,
        String jurisdiction,
        @Nullable String gln,
        @Nullable String lei,
        @Nullable String nationalId)
        implements Validated {
    static final Pattern JURISDICTION = Pattern.compile("[A-Z]{2}");

    /** Keeps the roles in a fixed order. */
    public ParticipantEntry {
        roles = Copies.sortedSet(roles);
    }

    @Override
    public void validate(Check check) {
        check.msp("msp", msp);
        check.text("name", name, 128);
        check.holds("roles", !roles.isEmpty(), "An organisation without a role has no business on the ledger; suspend it instead.");
        check.matches("jurisdiction", check.required("jurisdiction", jurisdiction), JURISDICTION, "two capital letters");
        check.optionalText("nationalId", nationalId, 64);
        validateNumbers(check);
    }

    private void validateNumbers(Check check) {
        if (gln != null) {
            Gs1.gln(check, "gln", gln);
        }
        if (lei != null) {
            Lei.validate(check, "lei", lei);
        }
    }

    /** The register's entry. */
    public Participant admitted(String authority, String at) {
        return new Participant(msp, name, roles, authority, jurisdiction, gln, lei, nationalId, at, false);
    }
}
