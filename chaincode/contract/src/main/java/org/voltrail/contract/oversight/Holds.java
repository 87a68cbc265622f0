package org.voltrail.contract.oversight;

import java.util.List;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Ids;
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
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.oversight.BatteryHold;
import org.voltrail.model.oversight.HoldPage;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

/** Holds: while one stands, the battery's key takes only an endorsement by a peer of the authority. */
final class Holds {
    private static final String TYPE = "hold";

    private Holds() {}

    static HoldSummary hold(LedgerTransaction transaction, OversightCommand.Hold command) {
        transaction.requireRole(Role.REGULATOR);
        String holdId = Ids.derived(transaction, TYPE);
        OversightFact.Held fact = new OversightFact.Held(holdId, command.reason(), command.legalBasis());
        transaction.prefetch(command.batteries().stream().map(Keys::battery).toList());
        command.batteries().forEach(id -> hold(transaction, transaction.battery(id), fact));
        transaction.emit(fact);
        return new HoldSummary(holdId, command.batteries().size());
    }

    private static void hold(LedgerTransaction transaction, Battery battery, OversightFact.Held fact) {
        Guard.of(transaction, battery)
                .stage(Stage.REGISTERED, Stage.IN_SERVICE, Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
        transaction.record(battery, battery.edit().addHold(fact.holdId()).build(), fact);
        put(transaction, new BatteryHold(fact.holdId(), battery.id(), fact.reason(), fact.legalBasis(), transaction.time(), null, null));
    }

    static HoldSummary release(LedgerTransaction transaction, OversightCommand.Release command) {
        transaction.requireRole(Role.REGULATOR);
        OversightFact.Released fact = new OversightFact.Released(command.holdId(), command.reason());
        prefetch(transaction, command.holdId(), command.batteries());
        command.batteries().forEach(id -> release(transaction, transaction.battery(id), fact));
        transaction.emit(fact);
        return new HoldSummary(command.holdId(), command.batteries().size());
    }

    private static void prefetch(LedgerTransaction transaction, String holdId, List<String> batteries) {
        transaction.prefetch(batteries.stream().map(Keys::battery).toList());
        transaction.prefetch(batteries.stream().map(battery -> key(battery, holdId)).toList());
    }

    private static void release(LedgerTransaction transaction, Battery battery, OversightFact.Released fact) {
        BatteryHold standing = transaction.find(key(battery.id(), fact.holdId()), BatteryHold.class)
                .filter(hold -> hold.releasedAt() == null)
                .orElseThrow(() -> notFound(battery, fact.holdId()));
        transaction.record(battery, battery.edit().removeHold(fact.holdId()).build(), fact);
        put(transaction, standing.released(transaction.time(), fact.reason()));
    }

    private static LedgerException notFound(Battery battery, String holdId) {
        return LedgerError.of(ErrorCode.HOLD_NOT_FOUND, "The battery is not under this hold. (" + battery.id() + ")")
                .comparing(battery.holds(), holdId)
                .exception();
    }

    private static void put(LedgerTransaction transaction, BatteryHold hold) {
        transaction.put(key(hold.battery(), hold.holdId()), hold, transaction.authority());
    }

    private static String key(String battery, String holdId) {
        return Keys.ofBattery(TYPE, battery, holdId);
    }

    static HoldPage list(LedgerView view, OversightQuery.Holds query) {
        String battery = PassportId.parse(query.battery()).key();
        Slice<BatteryHold> page = Paging.page(view, BatteryHold.class, query.size(), query.bookmark(), TYPE, battery);
        return new HoldPage(page.entries(), page.next());
    }
}
