package org.voltrail.contract.oversight;

import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.ClaimPage;
import org.voltrail.model.oversight.IncentiveClaim;
import org.voltrail.model.oversight.IncentivePage;
import org.voltrail.model.oversight.IncentiveScheme;
import org.voltrail.model.oversight.IncentiveTerms;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

/** Incentive schemes and claims: one claim for each battery, on facts that are on the ledger. */
final class Incentives {
    private static final String TYPE = "incentive";
    private static final String CLAIM = "claim";

    private Incentives() {}

    static IncentiveScheme define(LedgerTransaction transaction, OversightCommand.DefineIncentive command) {
        transaction.requireRole(Role.REGULATOR);
        if (transaction.exists(key(command.schemeId()))) {
            throw LedgerError.of(ErrorCode.ALREADY_EXISTS, "An incentive scheme has this id.").comparing(null, command.schemeId()).exception();
        }
        IncentiveScheme scheme = new IncentiveScheme(command.schemeId(), command.terms(), transaction.time(), null);
        put(transaction, scheme);
        transaction.emit(new OversightFact.IncentiveDefined(scheme));
        return scheme;
    }

    static IncentiveScheme close(LedgerTransaction transaction, OversightCommand.CloseIncentive command) {
        transaction.requireRole(Role.REGULATOR);
        IncentiveScheme closed = demandOpen(find(transaction, command.schemeId())).closed(transaction.time());
        put(transaction, closed);
        transaction.emit(new OversightFact.IncentiveClosed(command.schemeId()));
        return closed;
    }

    static IncentiveClaim claim(LedgerTransaction transaction, OversightCommand.ClaimIncentive command) {
        transaction.participant();
        IncentiveScheme scheme = demandOpen(find(transaction, command.schemeId()));
        Battery battery = transaction.battery(command.battery());
        demandEligible(scheme.terms(), battery);
        demandEarned(scheme.terms(), battery, transaction.msp());
        String key = Keys.of(CLAIM, scheme.schemeId(), Keys.attributes(Keys.battery(battery.id())).get(0));
        demandUnclaimed(transaction, key, battery);
        IncentiveClaim claim = new IncentiveClaim(
                scheme.schemeId(), battery.id(), transaction.msp(), scheme.terms().currency(), scheme.terms().amount(battery),
                transaction.time(), transaction.txId());
        transaction.put(key, claim, transaction.authority());
        transaction.emit(new OversightFact.IncentiveClaimed(claim));
        return claim;
    }

    private static void demandEligible(IncentiveTerms terms, Battery battery) {
        if (!terms.covers(battery.specification().category())) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.INVALID_FIELD, "battery", "The scheme does not cover the battery's category.")
                    .comparing(terms.categories(), battery.specification().category())
                    .exception();
        }
    }

    private static void demandEarned(IncentiveTerms terms, Battery battery, String msp) {
        Milestone missing = terms.missing(battery);
        if (missing != null) {
            throw notRecorded("A fact that the scheme asks for is not recorded.", WireNames.of(missing), battery.milestones().keySet());
        }
        Origin origin = battery.origins().get(terms.earnedBy());
        if (origin == null || !origin.by().equals(msp)) {
            throw notRecorded("The fact by which the incentive is earned was recorded by another organisation.", origin == null ? null : origin.by(), msp);
        }
        String time = battery.milestones().get(terms.earnedBy());
        if (!terms.validAt(time)) {
            throw notRecorded("The fact was recorded outside the scheme's dates.", terms.validFrom() + " to " + terms.validUntil(), time);
        }
    }

    private static LedgerException notRecorded(String message, @Nullable Object expected, Object actual) {
        return LedgerError.of(ErrorCode.FACT_NOT_RECORDED, message).comparing(expected, actual).exception();
    }

    private static void demandUnclaimed(LedgerTransaction transaction, String key, Battery battery) {
        transaction.find(key, IncentiveClaim.class).ifPresent(earlier -> {
            throw LedgerError.of(ErrorCode.ALREADY_CLAIMED, "The incentive was granted for this battery. (" + battery.id() + ")")
                    .comparing(null, earlier.claimant() + " on " + earlier.claimedAt())
                    .exception();
        });
    }

    private static IncentiveScheme find(LedgerView view, String schemeId) {
        return view.find(key(schemeId), IncentiveScheme.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.INCENTIVE_NOT_FOUND, "No incentive scheme has this id.")
                        .comparing(null, schemeId)
                        .exception());
    }

    private static IncentiveScheme demandOpen(IncentiveScheme scheme) {
        if (scheme.closedAt() != null) {
            throw LedgerError.of(ErrorCode.ALREADY_CLOSED, "The incentive scheme is closed.").comparing(null, scheme.closedAt()).exception();
        }
        return scheme;
    }

    private static void put(LedgerTransaction transaction, IncentiveScheme scheme) {
        transaction.put(key(scheme.schemeId()), scheme, transaction.authority());
    }

    private static String key(String schemeId) {
        return Keys.of(TYPE, schemeId);
    }

    static IncentiveScheme get(LedgerView view, OversightQuery.GetIncentive query) {
        return find(view, query.schemeId());
    }

    static IncentivePage list(LedgerView view, OversightQuery.Incentives query) {
        Slice<IncentiveScheme> page = Paging.page(view, IncentiveScheme.class, query.size(), query.bookmark(), TYPE);
        return new IncentivePage(page.entries(), page.next());
    }

    static ClaimPage claims(LedgerView view, OversightQuery.Claims query) {
        find(view, query.schemeId());
        Slice<IncentiveClaim> page = Paging.page(view, IncentiveClaim.class, query.size(), query.bookmark(), CLAIM, query.schemeId());
        return new ClaimPage(page.entries(), page.next());
    }
}
