package org.voltrail.contract.endoflife;

import java.util.List;
import java.util.Map;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.AccreditationScope;

/** Treatment facilities take waste batteries apart. */
final class Dismantling {
    private static final Check REMOVED = Check.root().at("command").at("removedMg");

    private Dismantling() {}

    static List<String> keys(EndOfLifeCommand.Dismantle command, String msp) {
        return List.of(Keys.battery(command.battery()), Accreditations.key(msp, AccreditationScope.DISMANTLING));
    }

    static BatteryReceipt dismantle(LedgerTransaction transaction, EndOfLifeCommand.Dismantle command) {
        transaction.requireRole(Role.RECYCLER);
        Battery battery = transaction.battery(command.battery());
        Accreditations.require(transaction, AccreditationScope.DISMANTLING, battery);
        Guard.of(transaction, battery).freeInHand().stage(Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
        Dates.demand(transaction, "dismantledOn", command.dismantledOn(), battery.specification().manufacturedOn());
        demandContained(battery, command.removedMg());
        Battery after = battery.edit()
                .stage(Stage.DISMANTLED)
                .status(Status.WASTE)
                .place(command.place())
                .takeOut(command.removedMg())
                .milestone(Milestone.DISMANTLED, transaction.time(), new Origin(transaction.msp(), command.dismantledOn()))
                .build();
        EndOfLifeFact.Dismantled fact = new EndOfLifeFact.Dismantled(command.dismantledOn(), command.place(), command.removedMg());
        return BatteryReceipt.of(transaction.record(battery, after, fact));
    }

    private static void demandContained(Battery battery, Map<Material, Long> removed) {
        long total = removed.values().stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
        demand("", total, battery.massMg());
        removed.forEach((material, mass) -> {
            Long declared = battery.specification().compositionMg().get(material);
            if (declared != null) {
                demand(WireNames.of(material), mass, declared - battery.removedMg().getOrDefault(material, 0L));
            }
        });
    }

    private static void demand(String material, long mass, long left) {
        if (mass > left) {
            throw REMOVED.error(ErrorCode.MASS_BALANCE, material, "More would be taken out than is in the battery.")
                    .comparing("at most " + Math.max(0, left) + " mg", mass + " mg")
                    .exception();
        }
    }
}
