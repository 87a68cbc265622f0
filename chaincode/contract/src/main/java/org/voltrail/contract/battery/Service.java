package org.voltrail.contract.battery;

import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;

/** Beginning and end of a battery's use. */
final class Service {
    private static final Check COMMAND = Check.root().at("command");

    private Service() {}

    static BatteryReceipt putIntoService(LedgerTransaction transaction, BatteryCommand.PutIntoService command) {
        transaction.participant();
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery).heldOrOperatedByCaller().stage(Stage.REGISTERED).notOnHold().settled().notBuiltIn().notRecalled();
        demandDate(transaction, battery, command.date());
        Identity vehicle = vehicle(transaction, battery, command.vehicle());
        BatteryEditor after = battery.edit()
                .stage(Stage.IN_SERVICE)
                .putIntoServiceOn(command.date())
                .handInCodeHash(command.handInCodeHash())
                .milestone(Milestone.PUT_INTO_SERVICE, transaction.time(), new Origin(transaction.msp(), command.date()));
        if (command.place() != null) {
            after.place(command.place());
        }
        if (vehicle != null) {
            after.addIdentity(vehicle);
        }
        String vin = vehicle == null ? null : vehicle.value();
        return BatteryReceipt.of(transaction.record(
                battery, after.build(), new BatteryFact.PutIntoService(command.date(), command.handInCodeHash(), vin, command.place())));
    }

    private static void demandDate(LedgerTransaction transaction, Battery battery, String date) {
        String made = battery.specification().manufacturedOn();
        String today = transaction.time().substring(0, date.length());
        if (date.compareTo(made) < 0 || date.compareTo(today) > 0) {
            throw COMMAND.error(ErrorCode.OUT_OF_RANGE, "date", "The date of putting into service does not fit.")
                    .comparing(made + " to " + today, date)
                    .exception();
        }
    }

    private static @Nullable Identity vehicle(LedgerTransaction transaction, Battery battery, @Nullable String vin) {
        if (vin == null) {
            return null;
        }
        Identity identity = new Identity(IdentityScheme.VIN, vin).normalised(battery.parties().manufacturer());
        Registrations.claim(transaction, identity, battery.id(), COMMAND.at("vehicle"), new HashSet<>());
        return identity;
    }

    static BatteryReceipt declareWaste(LedgerTransaction transaction, BatteryCommand.DeclareWaste command) {
        transaction.participant();
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery)
                .heldOrOperatedByCaller()
                .stage(Stage.REGISTERED, Stage.IN_SERVICE)
                .notOnHold()
                .settled()
                .notBuiltIn();
        Battery after = battery.edit()
                .stage(Stage.WASTE)
                .status(Status.WASTE)
                .milestone(Milestone.DECLARED_WASTE, transaction.time(), new Origin(transaction.msp(), null))
                .build();
        return BatteryReceipt.of(transaction.record(battery, after, new BatteryFact.DeclaredWaste(command.reason())));
    }
}
