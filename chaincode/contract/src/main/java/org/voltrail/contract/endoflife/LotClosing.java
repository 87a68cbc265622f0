package org.voltrail.contract.endoflife;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotIntake;
import org.voltrail.model.endoflife.LotResult;
import org.voltrail.model.oversight.AccreditationScope;

/**
 * The end of a lot. Closing fixes its masses, result and credits in one small document. The batteries follow intake by intake, at
 * most {@link EndOfLifeCommand#BATTERIES_MAX} in a transaction: the first with the closing itself, the others by settling.
 */
final class LotClosing {
    private LotClosing() {}

    static Lot close(LedgerTransaction transaction, EndOfLifeCommand.CloseLot command) {
        Lot lot = Lots.working(transaction, command.lotId());
        Accreditations.require(transaction, AccreditationScope.RECYCLING);
        if (lot.batteries() == 0) {
            throw LedgerError.of(ErrorCode.WRONG_STAGE, "Nothing has gone into the lot.").comparing("batteries", "none").exception();
        }
        Dates.demand(transaction, "processedOn", command.processedOn(), lot.plan().startedOn());
        LotResult result = LotResult.of(lot.masses(), lot.plan().family(), LocalDate.parse(command.processedOn()), command.lossMg());
        Lot closed = settleNext(transaction, lot.closed(transaction.time(), result));
        List<Credit> credits = Credits.issue(transaction, closed);
        Lots.put(transaction, closed);
        transaction.emit(new EndOfLifeFact.LotClosed(closed, credits));
        return closed;
    }

    static Lot settle(LedgerTransaction transaction, EndOfLifeCommand.SettleLot command) {
        Lot lot = Lots.owned(transaction, command.lotId());
        if (lot.state() != Lot.State.CLOSED) {
            throw LedgerError.of(ErrorCode.WRONG_STAGE, "Only a closed lot whose batteries do not all carry its end can be settled.")
                    .comparing(Lot.State.CLOSED, lot.state())
                    .exception();
        }
        Lot settled = settleNext(transaction, lot);
        Lots.put(transaction, settled);
        transaction.emit(new EndOfLifeFact.LotSettled(settled));
        return settled;
    }

    private static Lot settleNext(LedgerTransaction transaction, Lot lot) {
        List<String> ids = new ArrayList<>();
        int upTo = lot.settled();
        List<String> next = intake(transaction, lot, upTo + 1);
        while (!next.isEmpty() && ids.size() + next.size() <= EndOfLifeCommand.BATTERIES_MAX) {
            ids.addAll(next);
            upTo++;
            next = intake(transaction, lot, upTo + 1);
        }
        transaction.prefetch(ids.stream().map(Keys::battery).toList());
        ids.forEach(id -> end(transaction, lot, transaction.battery(id)));
        return lot.settled(upTo);
    }

    private static List<String> intake(LedgerTransaction transaction, Lot lot, int number) {
        if (number > lot.intakes()) {
            return List.of();
        }
        return transaction.find(Lots.intakeKey(lot.lotId(), number), LotIntake.class).stream()
                .flatMap(intake -> intake.batteries().stream())
                .map(LotIntake.Entry::battery)
                .toList();
    }

    private static void end(LedgerTransaction transaction, Lot lot, Battery battery) {
        LotResult result = Objects.requireNonNull(lot.result());
        Battery after = battery.edit()
                .stage(Stage.RECYCLED)
                .milestone(Milestone.RECYCLED, transaction.time(), new Origin(lot.owner(), result.processedOn()))
                .build();
        transaction.record(battery, after, new EndOfLifeFact.Recycled(lot.lotId(), result.processedOn(), result.efficiencyPermille()));
    }
}
