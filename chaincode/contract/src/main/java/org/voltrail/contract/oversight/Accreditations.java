package org.voltrail.contract.oversight;

import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationPage;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

/** The accreditation register, and what other contracts ask it. */
public final class Accreditations {
    private Accreditations() {}

    /** Key of an organisation's accreditation. */
    public static String key(String msp, AccreditationScope scope) {
        return Keys.accreditation(msp, WireNames.of(scope));
    }

    /**
     * The caller's accreditation, which must be valid at the transaction's time.
     *
     * @throws LedgerException {@code NOT_ACCREDITED}
     */
    public static Accreditation require(LedgerView view, AccreditationScope scope) {
        Accreditation found = view.find(key(view.msp(), scope), Accreditation.class).orElse(null);
        if (found == null || !found.validAt(view.instant())) {
            throw LedgerError.of(ErrorCode.NOT_ACCREDITED, "The organisation has no valid accreditation for this.")
                    .comparing(WireNames.of(scope) + " on " + view.time(), state(found))
                    .advising("The authority grants accreditations.")
                    .exception();
        }
        return found;
    }

    /**
     * The caller's accreditation, which must be valid and cover the battery's category.
     *
     * @throws LedgerException {@code NOT_ACCREDITED}
     */
    public static Accreditation require(LedgerView view, AccreditationScope scope, Battery battery) {
        Accreditation accreditation = require(view, scope);
        requireCovered(accreditation, battery);
        return accreditation;
    }

    /**
     * The battery's category must be covered.
     *
     * @throws LedgerException {@code NOT_ACCREDITED}
     */
    public static void requireCovered(Accreditation accreditation, Battery battery) {
        Category category = battery.specification().category();
        if (!accreditation.covers(category)) {
            throw LedgerError.of(ErrorCode.NOT_ACCREDITED, "The accreditation does not cover the battery's category. (" + battery.id() + ")")
                    .comparing(WireNames.of(category), accreditation.grant().categories())
                    .exception();
        }
    }

    private static String state(@Nullable Accreditation found) {
        if (found == null) {
            return "none";
        }
        String withdrawn = found.withdrawnAt() == null ? "" : ", withdrawn " + found.withdrawnAt();
        return found.grant().validFrom() + " to " + found.grant().validUntil() + withdrawn;
    }

    static Accreditation accredit(LedgerTransaction transaction, OversightCommand.Accredit command) {
        transaction.requireRole(Role.REGULATOR);
        transaction.participant(command.grant().msp());
        Accreditation granted = new Accreditation(command.grant(), transaction.time(), null, null);
        put(transaction, granted);
        transaction.emit(new OversightFact.Accredited(granted));
        return granted;
    }

    static Accreditation withdraw(LedgerTransaction transaction, OversightCommand.WithdrawAccreditation command) {
        transaction.requireRole(Role.REGULATOR);
        Accreditation standing = transaction.find(key(command.msp(), command.scope()), Accreditation.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.ACCREDITATION_NOT_FOUND, "The organisation has no such accreditation.")
                        .comparing(WireNames.of(command.scope()), command.msp())
                        .exception());
        if (standing.withdrawnAt() != null) {
            throw LedgerError.of(ErrorCode.ALREADY_CLOSED, "The accreditation was withdrawn before.")
                    .comparing(null, standing.withdrawnAt())
                    .exception();
        }
        Accreditation withdrawn = standing.withdrawn(transaction.time(), command.reason());
        put(transaction, withdrawn);
        transaction.emit(new OversightFact.AccreditationWithdrawn(command.msp(), command.scope(), command.reason()));
        return withdrawn;
    }

    private static void put(LedgerTransaction transaction, Accreditation accreditation) {
        String key = key(accreditation.grant().msp(), accreditation.grant().scope());
        transaction.put(key, accreditation, transaction.authority());
    }

    static AccreditationPage list(LedgerView view, OversightQuery.Accreditations query) {
        Slice<Accreditation> page = query.msp() == null ? all(view, query) : of(view, query, query.msp());
        return new AccreditationPage(page.entries(), page.next());
    }

    private static Slice<Accreditation> of(LedgerView view, OversightQuery.Accreditations query, String msp) {
        return Paging.page(view, Accreditation.class, query.size(), query.bookmark(), "accreditation", msp);
    }

    private static Slice<Accreditation> all(LedgerView view, OversightQuery.Accreditations query) {
        return Paging.page(view, Accreditation.class, query.size(), query.bookmark(), "accreditation");
    }
}
