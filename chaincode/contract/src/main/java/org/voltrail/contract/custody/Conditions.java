package org.voltrail.contract.custody;

import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.json.WireNames;

/** A battery's condition, as its holder finds it. */
final class Conditions {
    private static final Check COMMAND = Check.root().at("command");

    private Conditions() {}

    static BatteryReceipt record(LedgerTransaction transaction, CustodyCommand.RecordCondition command) {
        transaction.participant();
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery).heldByCaller().notEnded().notOnHold();
        demandEvidence(battery, command);
        BatteryEditor after = battery.edit().condition(command.condition());
        if (command.place() != null) {
            after.place(command.place());
        }
        if (command.condition().damaged() && !battery.condition().damaged()) {
            after.milestone(Milestone.DAMAGED, transaction.time(), new Origin(transaction.msp(), null));
        }
        return BatteryReceipt.of(transaction.record(
                battery,
                after.build(),
                new CustodyFact.ConditionRecorded(command.condition(), command.place(), command.note(), command.evidence())));
    }

    private static void demandEvidence(Battery battery, CustodyCommand.RecordCondition command) {
        boolean better = command.condition().compareTo(battery.condition()) < 0;
        if (better && command.evidence() == null) {
            throw COMMAND.error(ErrorCode.WRONG_CONDITION, "evidence", "A condition gets better only with evidence.")
                    .comparing("the hash of a test or repair report", WireNames.of(battery.condition()) + " to " + WireNames.of(command.condition()))
                    .exception();
        }
    }
}
