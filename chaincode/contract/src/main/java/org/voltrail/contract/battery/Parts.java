package org.voltrail.contract.battery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.json.WireNames;

/** The hierarchy of parts: pack, module, cell. */
final class Parts {
    private static final Check COMMAND = Check.root().at("command");

    private Parts() {}

    static BatteryReceipt assemble(LedgerTransaction transaction, BatteryCommand.Assemble command) {
        transaction.requireRole(Role.MANUFACTURER, Role.SECOND_LIFE);
        List<String> keys = distinct(command.parts());
        Battery whole = transaction.battery(command.battery());
        Guard.of(transaction, whole).freeInHand().stage(Stage.REGISTERED, Stage.IN_SERVICE);
        COMMAND.range("parts.length", whole.parts().size() + keys.size(), 1, BatteryCommand.PARTS_MAX);
        transaction.prefetch(keys);
        List<String> ids = new ArrayList<>();
        BatteryEditor after = whole.edit();
        for (String id : command.parts()) {
            Battery part = buildIn(transaction, whole, transaction.battery(id));
            after.putBack(part.massesLeftMg());
            ids.add(part.id());
        }
        BatteryFact.Assembled fact = new BatteryFact.Assembled(whole.id(), ids);
        transaction.emit(fact);
        return BatteryReceipt.of(transaction.record(whole, after.addParts(ids).build(), fact));
    }

    private static Battery buildIn(LedgerTransaction transaction, Battery whole, Battery part) {
        Guard.of(transaction, part).freeInHand().stage(Stage.REGISTERED, Stage.IN_SERVICE);
        if (!whole.specification().level().holds(part.specification().level())) {
            throw LedgerError.of(ErrorCode.WRONG_LEVEL, "A part is of a lower level than its whole. (" + part.id() + ")")
                    .comparing("lower than " + WireNames.of(whole.specification().level()), WireNames.of(part.specification().level()))
                    .exception();
        }
        if (part.condition().damaged()) {
            throw LedgerError.of(ErrorCode.WRONG_CONDITION, "A damaged part is not built in. (" + part.id() + ")")
                    .comparing("sound", WireNames.of(part.condition()))
                    .exception();
        }
        return transaction.record(part, part.edit().partOf(whole.id()).build(), new BatteryFact.BuiltIn(whole.id()));
    }

    static BatteryReceipt disassemble(LedgerTransaction transaction, BatteryCommand.Disassemble command) {
        transaction.requireRole(Role.MANUFACTURER, Role.SECOND_LIFE, Role.RECYCLER);
        List<String> keys = distinct(command.parts());
        Battery whole = transaction.battery(command.battery());
        Guard.of(transaction, whole)
                .freeInHand()
                .stage(Stage.REGISTERED, Stage.IN_SERVICE, Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
        transaction.prefetch(keys);
        List<String> ids = new ArrayList<>();
        BatteryEditor after = whole.edit();
        for (String id : command.parts()) {
            Battery part = takeOut(transaction, whole, transaction.battery(id));
            after.takeOut(part.specification().massesMg());
            ids.add(part.id());
        }
        BatteryFact.Disassembled fact = new BatteryFact.Disassembled(whole.id(), ids);
        transaction.emit(fact);
        return BatteryReceipt.of(transaction.record(whole, after.removeParts(ids).build(), fact));
    }

    private static Battery takeOut(LedgerTransaction transaction, Battery whole, Battery part) {
        if (!whole.id().equals(part.partOf())) {
            throw LedgerError.of(ErrorCode.NOT_A_PART, "The battery is not a part of this assembly. (" + part.id() + ")")
                    .comparing(whole.id(), part.partOf())
                    .exception();
        }
        Guard.of(transaction, part).notEnded().notOnHold();
        BatteryEditor after = part.edit().partOf(null).holder(whole.holder()).place(whole.place()).stage(stage(whole.stage()));
        if (whole.status() == Status.WASTE) {
            after.status(Status.WASTE);
        }
        return transaction.record(part, after.build(), new BatteryFact.TakenOut(whole.id(), whole.holder()));
    }

    /** A part has come as far as its whole, but has itself not been dismantled. */
    private static Stage stage(Stage ofWhole) {
        return ofWhole == Stage.DISMANTLED ? Stage.COLLECTED : ofWhole;
    }

    /** Keys of the parts, in their order. */
    static List<String> distinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String key = Keys.battery(ids.get(i));
            if (!seen.add(key)) {
                throw COMMAND.error(ErrorCode.DUPLICATE_IN_BATCH, "[" + i + "]", "The same battery occurs twice in this request.")
                        .comparing(null, ids.get(i))
                        .exception();
            }
            keys.add(key);
        }
        return keys;
    }
}
