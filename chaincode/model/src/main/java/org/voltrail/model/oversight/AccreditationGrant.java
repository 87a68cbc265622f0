package org.voltrail.model.oversight;

import java.time.LocalDate;
import java.util.Set;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Category;

/**
 * What the authority writes into the accreditation register.
 *
 * @param msp MSP id of the accredited organisation
 * @param scope what for; a new grant of the same scope replaces the old one
 * @param number number of the certificate, at most 64 characters
 * @param body who accredited it, at most 128 characters
 * @param validFrom first day of validity (UTC), {@code yyyy-MM-dd}
 * @param validUntil last day of validity (UTC), {@code yyyy-MM-dd}
 * @param categories categories of batteries that it covers; empty for all
 */
public record AccreditationGrant(
        String msp,
        AccreditationScope scope,
        String number,
        String body,
        String validFrom,
        String validUntil,
        Set<Category> categories)
        implements Validated {
    /** Keeps the categories in a fixed order. */
    public AccreditationGrant {
        categories = Copies.sortedSet(categories);
    }

    @Override
    public void validate(Check check) {
        check.msp("msp", msp);
        check.required("scope", scope);
        check.text("number", number, 64);
        check.text("body", body, 128);
        LocalDate from = check.date("validFrom", validFrom);
        if (check.date("validUntil", validUntil).isBefore(from)) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "validUntil", "The validity ends before it begins.")
                    .comparing("not before " + validFrom, validUntil)
                    .exception();
        }
    }
}
