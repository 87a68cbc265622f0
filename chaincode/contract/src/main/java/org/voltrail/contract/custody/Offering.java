package org.voltrail.contract.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.HazardGate;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferReceipt;
import org.voltrail.model.custody.OfferStatus;
import org.voltrail.model.custody.Transport;

/** The holder's half of a handover. */
final class Offering {
    private static final Check COMMAND = Check.root().at("command");
    private static final int ID_DIGITS = 24;

    private Offering() {}

    static List<String> keys(CustodyCommand.Offer command, String msp) {
        return Stream.concat(
                        command.batteries().stream().map(Keys::battery), Stream.of(Keys.participant(command.to())))
                .toList();
    }

    static OfferReceipt offer(LedgerTransaction transaction, CustodyCommand.Offer command) {
        transaction.participant();
        Participant receiver = transaction.participant(command.to());
        COMMAND.holds("to", !receiver.msp().equals(transaction.msp()), "An offer goes to another organisation.");
        demandValidity(transaction.instant(), command.expiresAt());
        demandDistinct(command.batteries());
        List<Battery> batteries = Offers.batteries(transaction, command.batteries());
        batteries.forEach(battery -> demandOffered(transaction, battery));
        demandUniform(batteries);
        demandPassable(transaction, batteries, receiver, command.transport());
        return open(transaction, command, batteries);
    }

    private static OfferReceipt open(LedgerTransaction transaction, CustodyCommand.Offer command, List<Battery> batteries) {
        String id = "offer-" + transaction.txId().substring(0, ID_DIGITS);
        Offer offer = new Offer(
                id, transaction.msp(), command.to(), OfferStatus.OPEN, batteries.size(), List.of(), command.transport(),
                command.place(), transaction.time(), Instant.parse(command.expiresAt()).toString(), null, null, List.of());
        CustodyFact.Offered fact =
                new CustodyFact.Offered(id, offer.from(), offer.to(), offer.transport(), offer.place(), offer.expiresAt());
        transaction.emit(fact);
        batteries.forEach(battery -> transaction.record(battery, battery.edit().offerId(id).build(), fact));
        Offers.open(transaction, offer, batteries.stream().map(Battery::id).toList());
        return Offers.receipt(offer);
    }

    private static void demandValidity(Instant now, String expiresAt) {
        Instant end = Instant.parse(expiresAt);
        Instant latest = now.plus(Duration.ofDays(CustodyCommand.VALIDITY_MAX_DAYS));
        if (!end.isAfter(now) || end.isAfter(latest)) {
            throw COMMAND.error(ErrorCode.OUT_OF_RANGE, "expiresAt", "The offer's end does not fit.")
                    .comparing("after " + now + ", at most " + latest, expiresAt)
                    .exception();
        }
    }

    private static void demandDistinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(Keys.battery(ids.get(i)))) {
                throw COMMAND.error(ErrorCode.DUPLICATE_IN_BATCH, "batteries[" + i + "]", "The same battery occurs twice.")
                        .comparing(null, ids.get(i))
                        .exception();
            }
        }
    }

    private static void demandOffered(LedgerView view, Battery battery) {
        Guard.of(view, battery)
                .freeInHand()
                .stage(Stage.REGISTERED, Stage.IN_SERVICE, Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
    }

    private static void demandUniform(List<Battery> batteries) {
        boolean damaged = batteries.get(0).condition().damaged();
        batteries.stream().filter(battery -> battery.condition().damaged() != damaged).findFirst().ifPresent(other -> {
            throw LedgerError.of(ErrorCode.MIXED_CONSIGNMENT, "Sound and damaged batteries do not share a consignment.")
                    .comparing(batteries.get(0).condition() + " " + batteries.get(0).id(), other.condition() + " " + other.id())
                    .advising("Offer them apart.")
                    .exception();
        });
    }

    /** Hazard gate and recalls; looked at when offering and again when accepting, for both may have changed. */
    static void demandPassable(LedgerView view, List<Battery> batteries, Participant receiver, Transport transport) {
        view.prefetch(batteries.stream()
                .map(battery -> Keys.recallModel(battery.parties().manufacturer(), battery.specification().model()))
                .toList());
        for (Battery battery : batteries) {
            HazardGate.demand(COMMAND, battery, transport);
            if (!takesRecalled(receiver, battery)) {
                Guard.of(view, battery).notRecalled();
            }
        }
    }

    private static boolean takesRecalled(Participant receiver, Battery battery) {
        return receiver.msp().equals(battery.parties().manufacturer())
                || receiver.msp().equals(battery.parties().operator())
                || receiver.may(Role.COLLECTOR)
                || receiver.may(Role.RECYCLER);
    }
}
