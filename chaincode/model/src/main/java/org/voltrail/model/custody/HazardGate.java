package org.voltrail.model.custody;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Resources;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.json.WireNames;

/**
 * Nothing leaves the yard unless UN number, special provision and packing instruction fit what is recorded of the battery. The
 * rules are data ({@code hazard-rules.json}), with their source.
 */
public final class HazardGate {
    private static final List<Rule> RULES =
            Resources.read(HazardGate.class, "hazard-rules.json", Table.class).rules();

    private HazardGate() {}

    private record Table(String source, List<Rule> rules) {}

    private record Rule(
            Set<UnNumber> un,
            Set<Chemistry> chemistries,
            Set<Condition> conditions,
            boolean wasteOnly,
            @Nullable Long massMaxGrams,
            SpecialProvision provision,
            Set<PackingInstruction> packings) {
        Rule {
            un = Copies.sortedSet(un);
            chemistries = Copies.sortedSet(chemistries);
            conditions = Copies.sortedSet(conditions);
            packings = Copies.sortedSet(packings);
        }

        boolean concerns(Battery battery) {
            return chemistries.contains(battery.specification().chemistry())
                    && conditions.contains(battery.condition())
                    && (!wasteOnly || !battery.stage().alive())
                    && (massMaxGrams == null || battery.specification().weightGrams() <= massMaxGrams);
        }

        boolean allows(Transport transport) {
            return un.contains(transport.unNumber())
                    && provision == transport.provision()
                    && packings.contains(transport.packing());
        }

        String text() {
            return un + " " + provision + " " + packings;
        }
    }

    /** Whether a battery may travel in this way. */
    public static boolean allows(Battery battery, Transport transport) {
        return RULES.stream().anyMatch(rule -> rule.concerns(battery) && rule.allows(transport));
    }

    /**
     * Lets a battery pass or says what would fit.
     *
     * @param check the request, for the path
     * @throws org.voltrail.model.LedgerException {@code PACKING_MISMATCH}
     */
    public static void demand(Check check, Battery battery, Transport transport) {
        if (!allows(battery, transport)) {
            throw check.error(ErrorCode.PACKING_MISMATCH, "transport", message(battery))
                    .comparing(fitting(battery), transport.unNumber() + " " + transport.provision() + " " + transport.packing())
                    .advising("Pack it as its condition demands, or record its condition anew with evidence.")
                    .exception();
        }
    }

    private static String message(Battery battery) {
        return "UN number, special provision and packing do not fit the battery " + battery.id() + ", which is recorded as "
                + WireNames.of(battery.specification().chemistry()) + ", " + WireNames.of(battery.condition()) + ", "
                + WireNames.of(battery.stage()) + ".";
    }

    private static String fitting(Battery battery) {
        return RULES.stream().filter(rule -> rule.concerns(battery)).map(Rule::text).collect(Collectors.joining(" or "));
    }
}
