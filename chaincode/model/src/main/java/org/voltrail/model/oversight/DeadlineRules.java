package org.voltrail.model.oversight;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Resources;
import org.voltrail.model.Validated;

/**
 * The deadlines of a jurisdiction with its calendar. The authority may replace them on the ledger; until then the defaults apply,
 * the resource {@code jurisdictions.json} beside this class.
 *
 * @param jurisdiction ISO 3166-1 alpha-2 code, or {@code EU}
 * @param version name of this state of the rules, at most 64 characters
 * @param calendar working days
 * @param rules rules, at most 100
 */
public record DeadlineRules(String jurisdiction, String version, WorkingCalendar calendar, List<DeadlineRule> rules)
        implements Validated {
    private static final List<DeadlineRules> DEFAULTS =
            List.copyOf(Arrays.asList(Resources.read(DeadlineRules.class, "jurisdictions.json", DeadlineRules[].class)));

    /** Copies the rules. */
    public DeadlineRules {
        rules = Copies.list(rules);
    }

    @Override
    public void validate(Check check) {
        check.matches("jurisdiction", check.required("jurisdiction", jurisdiction), ParticipantEntry.JURISDICTION, "two capital letters");
        check.id("version", version);
        check.nested("calendar", calendar);
        check.atMost("rules", rules, 100);
        check.each("rules", rules);
        long ids = rules.stream().map(DeadlineRule::id).distinct().count();
        check.holds("rules", ids == rules.size(), "Two rules have the same id.");
    }

    /** The rules that come with the ledger. */
    public static List<DeadlineRules> defaults() {
        return DEFAULTS;
    }

    /** The rules that come with the ledger for a jurisdiction. */
    public static Optional<DeadlineRules> defaults(String jurisdiction) {
        return DEFAULTS.stream().filter(rules -> rules.jurisdiction().equals(jurisdiction)).findFirst();
    }
}
