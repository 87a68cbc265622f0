package org.voltrail.contract.endoflife;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.oversight.AccreditationScope;

/** Collectors take batteries back from their users. */
final class Collections {
    private Collections() {}

    static List<String> keys(EndOfLifeCommand.Collect command, String msp) {
        return List.of(Keys.battery(command.battery()), Accreditations.key(msp, AccreditationScope.COLLECTION));
    }

    static BatteryReceipt collect(LedgerTransaction transaction, EndOfLifeCommand.Collect command) {
        transaction.requireRole(Role.COLLECTOR);
        Battery battery = transaction.battery(command.battery());
        Accreditations.require(transaction, AccreditationScope.COLLECTION, battery);
        Guard.of(transaction, battery).stage(Stage.IN_SERVICE, Stage.WASTE).notOnHold().settled().notBuiltIn();
        Dates.demand(transaction, "collectedOn", command.collectedOn(), battery.specification().manufacturedOn());
        demandHandedIn(transaction, battery);
        EndOfLifeFact.Collected fact =
                new EndOfLifeFact.Collected(battery.holder(), transaction.msp(), command.collectedOn(), command.place());
        return BatteryReceipt.of(transaction.record(battery, collected(transaction, battery, command), fact));
    }

    private static Battery collected(LedgerTransaction transaction, Battery battery, EndOfLifeCommand.Collect command) {
        Origin origin = new Origin(transaction.msp(), command.collectedOn());
        BatteryEditor after = battery.edit()
                .holder(transaction.msp())
                .place(command.place())
                .stage(Stage.COLLECTED)
                .status(Status.WASTE)
                .handInCodeHash(null)
                .milestone(Milestone.COLLECTED, transaction.time(), origin);
        if (!battery.reached(Milestone.DECLARED_WASTE)) {
            after.milestone(Milestone.DECLARED_WASTE, transaction.time(), origin);
        }
        return after.build();
    }

    private static void demandHandedIn(LedgerTransaction transaction, Battery battery) {
        if (battery.holder().equals(transaction.msp())) {
            return;
        }
        if (battery.handInCodeHash() != null) {
            demandCode(transaction, battery, battery.handInCodeHash());
        } else if (battery.stage() == Stage.WASTE) {
            Guard.of(transaction, battery).heldByCaller();
        }
    }

    private static void demandCode(LedgerTransaction transaction, Battery battery, String expected) {
        boolean known = transaction.secret(HandInCode.TRANSIENT_KEY)
                .map(code -> HandInCode.hash(battery.id(), new String(code, StandardCharsets.UTF_8)))
                .filter(expected::equals)
                .isPresent();
        if (!known) {
            throw LedgerError.of(ErrorCode.HAND_IN_CODE, "The hand-in code is missing or wrong. (" + battery.id() + ")")
                    .at("transient." + HandInCode.TRANSIENT_KEY)
                    .advising("The user of the battery has the code.")
                    .exception();
        }
    }
}
