package org.voltrail.contract.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.oversight.DeadlineClock;
import org.voltrail.model.oversight.DeadlineReport;
import org.voltrail.model.oversight.DeadlineRules;
import org.voltrail.model.oversight.Fact;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

/** Statutory deadlines: the rules are data, the facts are those of the battery and of its lot. */
final class Deadlines {
    private Deadlines() {}

    static DeadlineRules set(LedgerTransaction transaction, OversightCommand.SetDeadlineRules command) {
        transaction.requireRole(Role.REGULATOR);
        DeadlineRules rules = command.rules();
        transaction.put(key(rules.jurisdiction()), rules, transaction.authority());
        transaction.emit(new OversightFact.DeadlineRulesSet(rules.jurisdiction(), rules.version()));
        return rules;
    }

    static DeadlineRules rules(LedgerView view, OversightQuery.GetDeadlineRules query) {
        return find(view, query.jurisdiction());
    }

    private static DeadlineRules find(LedgerView view, String jurisdiction) {
        return view.find(key(jurisdiction), DeadlineRules.class)
                .or(() -> DeadlineRules.defaults(jurisdiction))
                .orElseThrow(() -> Check.root()
                        .error(ErrorCode.INVALID_FIELD, "jurisdiction", "No deadlines are known for this jurisdiction.")
                        .comparing(null, jurisdiction)
                        .advising("The authority sets them with setDeadlineRules.")
                        .exception());
    }

    private static String key(String jurisdiction) {
        return Keys.of("deadline-rules", jurisdiction);
    }

    static DeadlineReport report(LedgerView view, OversightQuery.Deadlines query) {
        Battery battery = view.battery(query.battery());
        String jurisdiction = query.jurisdiction() == null ? jurisdictionOf(view, battery) : query.jurisdiction();
        DeadlineRules rules = find(view, jurisdiction);
        Instant asOf = query.asOf() == null ? view.instant() : Instant.parse(query.asOf());
        Map<Milestone, Fact> facts = facts(view, battery, rules);
        DeadlineClock clock = new DeadlineClock(rules.calendar(), facts, roles(view, facts), asOf);
        return new DeadlineReport(battery.id(), jurisdiction, rules.version(), asOf.toString(), clock.read(rules.rules()));
    }

    private static String jurisdictionOf(LedgerView view, Battery battery) {
        return view.find(Keys.participant(battery.holder()), Participant.class)
                .map(Participant::jurisdiction)
                .orElseThrow(() -> Check.root()
                        .error(ErrorCode.INVALID_FIELD, "jurisdiction", "The holder has no entry in the register; name the jurisdiction.")
                        .exception());
    }

    /** A closed lot is processed, even while the recycling is not yet recorded for each of its batteries. */
    private static Map<Milestone, Fact> facts(LedgerView view, Battery battery, DeadlineRules rules) {
        Map<Milestone, Fact> facts = Fact.of(battery, rules.calendar().zone());
        if (battery.lotId() != null && !facts.containsKey(Milestone.RECYCLED)) {
            view.find(Keys.of("lot", battery.lotId()), Lot.class)
                    .filter(lot -> lot.result() != null)
                    .ifPresent(lot -> facts.put(Milestone.RECYCLED, processed(lot)));
        }
        return facts;
    }

    private static Fact processed(Lot lot) {
        return Fact.unrecorded(LocalDate.parse(Objects.requireNonNull(lot.result()).processedOn()), lot.owner());
    }

    private static Map<String, Set<Role>> roles(LedgerView view, Map<Milestone, Fact> facts) {
        Map<String, Set<Role>> roles = new HashMap<>();
        facts.values().stream()
                .map(Fact::party)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(msp -> view.find(Keys.participant(msp), Participant.class).ifPresent(entry -> roles.put(msp, entry.roles())));
        return roles;
    }
}
