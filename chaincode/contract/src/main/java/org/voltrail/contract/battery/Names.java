package org.voltrail.contract.battery;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Resolution;

/** Additional names of a battery, and finding it by any of them. */
final class Names {
    private static final Check IDENTITY = Check.root().at("command").at("identity");

    private Names() {}

    static BatteryReceipt add(LedgerTransaction transaction, BatteryCommand.AddIdentity command) {
        transaction.participant();
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery).ofCaller().notEnded().notOnHold();
        IDENTITY.atMost("size", added(battery, command.identity()), BatteryRegistration.IDENTITIES_MAX);
        Identity identity = command.identity().normalised(battery.parties().manufacturer());
        Registrations.claim(transaction, identity, battery.id(), IDENTITY, new HashSet<>());
        Battery after = battery.edit().addIdentity(identity).build();
        return BatteryReceipt.of(
                transaction.record(battery, after, new BatteryFact.Identified(identity)), identity.warnings());
    }

    private static List<Identity> added(Battery battery, Identity identity) {
        return Stream.concat(battery.identities().stream(), Stream.of(identity)).toList();
    }

    static Resolution resolve(LedgerView view, BatteryQuery.Resolve query) {
        return byPassport(view, query.text())
                .or(() -> byIdentity(view, query))
                .orElseThrow(() -> LedgerError.of(ErrorCode.IDENTITY_NOT_FOUND, "No battery carries this name.")
                        .comparing(null, query.text())
                        .advising(query.manufacturer() == null ? "For a serial number, name the manufacturer." : "Check the name.")
                        .exception());
    }

    private static Optional<Resolution> byPassport(LedgerView view, String text) {
        return attempt(() -> view.findBattery(text).map(battery -> new Resolution(battery.id(), null, List.of())));
    }

    private static Optional<Resolution> byIdentity(LedgerView view, BatteryQuery.Resolve query) {
        return Stream.of(IdentityScheme.values())
                .filter(scheme -> scheme != IdentityScheme.SERIAL || query.manufacturer() != null)
                .flatMap(scheme -> attempt(() -> byScheme(view, scheme, query.text(), query.manufacturer())).stream())
                .findFirst();
    }

    private static Optional<Resolution> byScheme(LedgerView view, IdentityScheme scheme, String text, @Nullable String manufacturer) {
        Identity given = new Identity(scheme, text.strip());
        given.validate(Check.root());
        Identity identity = given.normalised(manufacturer == null ? "" : manufacturer);
        return view.carrier(identity).map(battery -> new Resolution(battery, identity, identity.warnings()));
    }

    /** Nothing, if the text is not of that form. */
    private static <T> Optional<T> attempt(Supplier<Optional<T>> lookup) {
        try {
            return lookup.get();
        } catch (LedgerException e) {
            return Optional.empty();
        }
    }
}
