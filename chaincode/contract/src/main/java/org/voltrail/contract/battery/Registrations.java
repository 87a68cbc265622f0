package org.voltrail.contract.battery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatchReceipt;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;

/** Puts batteries on the ledger and corrects them while they are new. */
final class Registrations {
    private static final int WARNINGS_MAX = 20;
    private static final Check COMMAND = Check.root().at("command");

    private Registrations() {}

    static List<String> keys(BatteryCommand.Register command, String msp) {
        return keys(command.battery(), msp).toList();
    }

    static List<String> keys(BatteryCommand.RegisterBatch command, String msp) {
        return command.batteries().stream().flatMap(battery -> keys(battery, msp)).toList();
    }

    private static Stream<String> keys(BatteryRegistration registration, String msp) {
        Stream<String> names = registration.identities().stream().map(identity -> Keys.identity(identity.normalised(msp)));
        return Stream.concat(Stream.of(Keys.battery(registration.id())), names);
    }

    static BatteryReceipt register(LedgerTransaction transaction, BatteryCommand.Register command) {
        transaction.requireRole(Role.MANUFACTURER);
        BatteryRegistration registration = command.battery().normalised(transaction.msp());
        demandNew(transaction, registration, COMMAND.at("battery"), new HashSet<>());
        Battery battery = transaction.create(original(transaction, registration), new BatteryFact.Registered(registration));
        return BatteryReceipt.of(battery, warnings(registration));
    }

    static BatchReceipt registerBatch(LedgerTransaction transaction, BatteryCommand.RegisterBatch command) {
        transaction.requireRole(Role.MANUFACTURER);
        Set<String> claimed = new HashSet<>();
        List<BatteryRegistration> registered = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < command.batteries().size(); i++) {
            BatteryRegistration registration = command.batteries().get(i).normalised(transaction.msp());
            demandNew(transaction, registration, COMMAND.at("batteries", i), claimed);
            transaction.create(original(transaction, registration), new BatteryFact.Registered(registration));
            registered.add(registration);
            String position = "batteries[" + i + "]: ";
            warnings(registration).forEach(warning -> warnings.add(position + warning));
        }
        transaction.emit(new BatteryFact.BatchRegistered(registered));
        return new BatchReceipt(registered.size(), warnings.stream().limit(WARNINGS_MAX).toList());
    }

    /** Refuses what is there already, on the ledger or earlier in the batch, and claims the names. */
    static void demandNew(LedgerTransaction transaction, BatteryRegistration registration, Check at, Set<String> claimed) {
        String key = Keys.battery(registration.id());
        if (!claimed.add(key)) {
            throw duplicate(at, "id", registration.id());
        }
        if (transaction.exists(key)) {
            throw at.error(ErrorCode.BATTERY_EXISTS, "id", "A battery with this id is registered already.")
                    .comparing(null, registration.id())
                    .exception();
        }
        demandMade(transaction, registration, at);
        for (int i = 0; i < registration.identities().size(); i++) {
            claim(transaction, registration.identities().get(i), registration.id(), at.at("identities", i), claimed);
        }
    }

    private static void demandMade(LedgerTransaction transaction, BatteryRegistration registration, Check at) {
        String made = registration.specification().manufacturedOn();
        String today = transaction.time().substring(0, made.length());
        if (made.compareTo(today) > 0) {
            throw at.at("specification").error(ErrorCode.OUT_OF_RANGE, "manufacturedOn", "The date of manufacture lies ahead.")
                    .comparing("at most " + today, made)
                    .exception();
        }
        if (registration.operator() != null) {
            transaction.participant(registration.operator());
        }
    }

    static void claim(LedgerTransaction transaction, Identity identity, String batteryId, Check at, Set<String> claimed) {
        String key = Keys.identity(identity);
        if (!claimed.add(key)) {
            throw duplicate(at, "value", identity.value());
        }
        transaction.carrier(identity).ifPresent(carrier -> {
            throw at.error(ErrorCode.IDENTITY_TAKEN, "value", "Another battery carries this name: a clone, or a typing error.")
                    .comparing(null, identity.value() + " is carried by " + carrier)
                    .advising("Compare the labels of both batteries, and tell the authority if both carry it.")
                    .exception();
        });
        transaction.put(key, batteryId);
    }

    private static org.voltrail.model.LedgerException duplicate(Check at, String field, String value) {
        return at.error(ErrorCode.DUPLICATE_IN_BATCH, field, "The same name occurs twice in this request.")
                .comparing(null, value)
                .exception();
    }

    private static Battery original(LedgerTransaction transaction, BatteryRegistration registration) {
        return Battery.fresh(registration, transaction.msp(), Status.ORIGINAL, transaction.time());
    }

    static List<String> warnings(BatteryRegistration registration) {
        return registration.identities().stream().flatMap(identity -> identity.warnings().stream()).toList();
    }

    static BatteryReceipt correct(LedgerTransaction transaction, BatteryCommand.Correct command) {
        transaction.requireRole(Role.MANUFACTURER);
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery).madeByCaller().notEnded().notOnHold();
        if (closed(battery)) {
            throw LedgerError.of(ErrorCode.CORRECTION_CLOSED, "The record is closed to corrections.")
                    .comparing("new, in the manufacturer's hands, in no offer, without parts, not built in", state(battery))
                    .exception();
        }
        Battery after = battery.edit().specification(command.specification()).build();
        return BatteryReceipt.of(transaction.record(battery, after, new BatteryFact.Corrected(command.specification(), command.reason())));
    }

    private static boolean closed(Battery battery) {
        return battery.stage() != Stage.REGISTERED
                || battery.reached(Milestone.CUSTODY_ACCEPTED)
                || battery.offerId() != null
                || battery.partOf() != null
                || !battery.parts().isEmpty();
    }

    private static String state(Battery battery) {
        return battery.stage() + ", held by " + battery.holder() + ", offer " + battery.offerId() + ", " + battery.parts().size()
                + " parts, part of " + battery.partOf();
    }
}
