package org.voltrail.contract.battery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.HealthSummary;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.battery.Succession;
import org.voltrail.model.json.WireNames;

/** Succession of passports: the old record ceases, the new one links back, responsibility moves (Art. 77(7)). */
final class SecondLives {
    private static final Check COMMAND = Check.root().at("command");

    private SecondLives() {}

    static BatteryReceipt succeed(LedgerTransaction transaction, BatteryCommand.Succeed command) {
        transaction.requireRole(Role.SECOND_LIFE, Role.MANUFACTURER);
        BatteryRegistration registration = command.battery().normalised(transaction.msp());
        Registrations.demandNew(transaction, registration, COMMAND.at("battery"), new HashSet<>());
        List<Battery> predecessors = predecessors(transaction, command);
        List<String> parts = predecessors.stream().flatMap(battery -> battery.parts().stream()).toList();
        COMMAND.range("predecessors.parts", parts.size(), 0, BatteryCommand.PARTS_MAX);
        List<String> ids = predecessors.stream().map(Battery::id).toList();
        BatteryFact.Succeeded fact = new BatteryFact.Succeeded(registration, ids, command.status());
        transaction.emit(fact);
        Battery successor = transaction.create(successor(transaction, registration, command.status(), parts, ids), fact);
        predecessors.forEach(battery -> cease(transaction, battery, successor.id()));
        parts.forEach(part -> rehouse(transaction, transaction.battery(part), successor.id()));
        return BatteryReceipt.of(successor, Registrations.warnings(registration));
    }

    private static List<Battery> predecessors(LedgerTransaction transaction, BatteryCommand.Succeed command) {
        transaction.prefetch(Parts.distinct(command.predecessors()));
        List<Battery> found = new ArrayList<>();
        for (String id : command.predecessors()) {
            Battery battery = transaction.battery(id);
            Guard.of(transaction, battery)
                    .freeInHand()
                    .stage(Stage.REGISTERED, Stage.IN_SERVICE, Stage.WASTE, Stage.COLLECTED)
                    .notRecalled();
            demandFit(transaction.instant(), battery, command.status());
            found.add(battery);
        }
        return found;
    }

    private static void demandFit(Instant now, Battery battery, Status status) {
        if (battery.condition().damaged()) {
            throw LedgerError.of(ErrorCode.WRONG_CONDITION, "A damaged battery gets no second life. (" + battery.id() + ")")
                    .comparing("sound", WireNames.of(battery.condition()))
                    .exception();
        }
        HealthSummary health = battery.health();
        if (health == null || Duration.between(Instant.parse(health.testedAt()), now).toDays() > Succession.TEST_AGE_MAX_DAYS) {
            throw LedgerError.of(ErrorCode.TEST_REQUIRED, "A second life needs a recent health test. (" + battery.id() + ")")
                    .comparing("a test of at most " + Succession.TEST_AGE_MAX_DAYS + " days", health == null ? "none" : health.testedAt())
                    .advising("An accredited tester records one.")
                    .exception();
        }
        Grade needed = Succession.needed(status);
        if (!health.grade().atLeast(needed)) {
            throw LedgerError.of(ErrorCode.GRADE_REQUIRED, "The battery's grade does not allow this. (" + battery.id() + ")")
                    .comparing(WireNames.of(needed), WireNames.of(health.grade()))
                    .exception();
        }
    }

    private static Battery successor(
            LedgerTransaction transaction, BatteryRegistration registration, Status status, List<String> parts, List<String> ids) {
        return Battery.fresh(registration, transaction.msp(), status, transaction.time())
                .edit()
                .addParts(parts)
                .predecessors(ids)
                .milestone(Milestone.SECOND_LIFE, transaction.time(), new Origin(transaction.msp(), null))
                .build();
    }

    private static void cease(LedgerTransaction transaction, Battery battery, String successor) {
        Battery after = battery.edit()
                .stage(Stage.CEASED)
                .successor(successor)
                .removeParts(battery.parts())
                .milestone(Milestone.CEASED, transaction.time(), new Origin(transaction.msp(), null))
                .build();
        transaction.record(battery, after, new BatteryFact.Ceased(successor));
    }

    /** The parts of a predecessor live on in the successor. */
    private static void rehouse(LedgerTransaction transaction, Battery part, String successor) {
        transaction.record(part, part.edit().partOf(successor).build(), new BatteryFact.BuiltIn(successor));
    }
}
