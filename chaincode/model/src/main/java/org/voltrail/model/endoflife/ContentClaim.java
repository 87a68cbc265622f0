package org.voltrail.model.endoflife;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.PassportId;

/**
 * Recycled material that a manufacturer has put into a new battery.
 *
 * @param battery id of the battery
 * @param creditId credit to spend
 * @param massMg mass in mg, 1 to 9·10^15
 */
public record ContentClaim(String battery, String creditId, long massMg) implements Validated {
    @Override
    public void validate(Check check) {
        PassportId.parse(check, "battery", battery);
        check.id("creditId", creditId);
        check.range("massMg", massMg, 1, MassAccount.MASS_MAX_MG);
    }
}
