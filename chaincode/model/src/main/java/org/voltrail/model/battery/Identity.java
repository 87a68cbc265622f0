package org.voltrail.model.battery;

import java.util.List;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * An additional name of a battery. No two batteries have the same.
 *
 * @param scheme kind of name
 * @param value the name: on the ledger in its normal form, in requests in any form that the scheme reads
 */
public record Identity(IdentityScheme scheme, String value) implements Validated {
    @Override
    public void validate(Check check) {
        check.required("scheme", scheme);
        check.text("value", value, 256);
        Identities.validate(this, check);
    }

    /** The same in its normal form; serial numbers become those of the manufacturer. */
    public Identity normalised(String manufacturerMsp) {
        return new Identity(scheme, Identities.normalise(scheme, value, manufacturerMsp));
    }

    /** What is doubtful about a valid name, for people: codes that no verified table lists. Mostly empty. */
    public List<String> warnings() {
        return scheme == IdentityScheme.GBT_34014 ? Gbt34014.decode(value).warnings() : List.of();
    }
}
