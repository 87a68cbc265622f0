package org.voltrail.model.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Milestone;

/**
 * Who gets an incentive, for what, and how much. It is granted once per battery, and only on facts that are on the ledger.
 * There is no budget on the ledger: a running total would make every claim conflict with every other; the payer limits the scheme
 * by its dates and closes it when the money is gone.
 *
 * @param title title, at most 128 characters
 * @param payer who pays, at most 128 characters
 * @param facts facts that must be recorded
 * @param earnedBy the fact whose recording organisation may claim; its recording must fall into the validity
 * @param currency ISO 4217 code
 * @param amountMinor fixed amount in minor units of the currency, 0 to 10^9
 * @param perKilogramMinor further amount for each full kilogram of the battery's mass, 0 to 10^9
 * @param validFrom first day (UTC), {@code yyyy-MM-dd}
 * @param validUntil last day (UTC), {@code yyyy-MM-dd}
 * @param categories categories of batteries; empty for all
 */
public record IncentiveTerms(
        String title,
        String payer,
        Set<Milestone> facts,
        Milestone earnedBy,
        String currency,
        long amountMinor,
        long perKilogramMinor,
        String validFrom,
        String validUntil,
        Set<Category> categories)
        implements Validated {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final long AMOUNT_MAX = 1_000_000_000;

    /** Keeps facts and categories in a fixed order. */
    public IncentiveTerms {
        facts = Copies.sortedSet(facts);
        categories = Copies.sortedSet(categories);
    }

    @Override
    public void validate(Check check) {
        check.text("title", title, 128);
        check.text("payer", payer, 128);
        check.required("earnedBy", earnedBy);
        check.matches("currency", check.required("currency", currency), CURRENCY, "three capital letters");
        check.range("amountMinor", amountMinor, 0, AMOUNT_MAX);
        check.range("perKilogramMinor", perKilogramMinor, 0, AMOUNT_MAX);
        check.holds("amountMinor", amountMinor + perKilogramMinor > 0, "The scheme pays nothing.");
        validateDates(check);
    }

    private void validateDates(Check check) {
        LocalDate from = check.date("validFrom", validFrom);
        if (check.date("validUntil", validUntil).isBefore(from)) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "validUntil", "The validity ends before it begins.").exception();
        }
    }

    /** Whether batteries of that category are eligible. */
    public boolean covers(Category category) {
        return categories.isEmpty() || categories.contains(category);
    }

    /** Whether a fact recorded at that time counts. */
    public boolean validAt(String time) {
        LocalDate day = LocalDate.ofInstant(Instant.parse(time), ZoneOffset.UTC);
        return !day.isBefore(LocalDate.parse(validFrom)) && !day.isAfter(LocalDate.parse(validUntil));
    }

    /** The first required fact that is not recorded for the battery, or null. */
    public @Nullable Milestone missing(Battery battery) {
        return facts.stream().filter(fact -> !battery.reached(fact)).findFirst().orElse(battery.reached(earnedBy) ? null : earnedBy);
    }

    /** What the battery earns, in minor units. */
    public long amount(Battery battery) {
        return amountMinor + perKilogramMinor * (battery.specification().weightGrams() / 1_000);
    }
}
