package org.voltrail.contract.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.ModelRecalls;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.json.WireNames;

/** Refuses what a battery's state forbids. Each method returns this guard or throws {@link LedgerException}. */
public final class Guard {
    private final LedgerView view;
    private final Battery battery;

    private Guard(LedgerView view, Battery battery) {
        this.view = view;
        this.battery = battery;
    }

    /** A guard in front of a battery, as the view shows it. */
    public static Guard of(LedgerView view, Battery battery) {
        return new Guard(view, battery);
    }

    /** Its life on the ledger is not over: {@code BATTERY_ENDED}. */
    public Guard notEnded() {
        return demand(!battery.stage().ended(), ErrorCode.BATTERY_ENDED, "The battery's life on the ledger is over.", "not ended", ending());
    }

    private String ending() {
        return WireNames.of(battery.stage()) + (battery.successor() == null ? "" : ", succeeded by " + battery.successor());
    }

    /** The authority has no hold on it: {@code ON_HOLD}. */
    public Guard notOnHold() {
        return demand(!battery.onHold(), ErrorCode.ON_HOLD, "The authority has put the battery on hold.", "no hold", battery.holds().toString());
    }

    /** It is in no open offer and no dispute: {@code ALREADY_OFFERED}, {@code IN_DISPUTE}. */
    public Guard settled() {
        demand(battery.offerId() == null, ErrorCode.ALREADY_OFFERED, "The battery is in an open offer.", "no offer", battery.offerId());
        return demand(battery.disputeId() == null, ErrorCode.IN_DISPUTE, "The battery's last handover is disputed.", "no dispute", battery.disputeId());
    }

    /** It is not built into another: {@code PART_OF_ASSEMBLY}. */
    public Guard notBuiltIn() {
        return demand(battery.partOf() == null, ErrorCode.PART_OF_ASSEMBLY, "The battery is built into another.", "not built in", battery.partOf());
    }

    /** The caller's organisation holds it: {@code NOT_HOLDER}. */
    public Guard heldByCaller() {
        return demand(battery.holder().equals(view.msp()), ErrorCode.NOT_HOLDER, "The organisation does not hold the battery.", battery.holder(), view.msp());
    }

    /** The caller's organisation made it: {@code NOT_MANUFACTURER}. */
    public Guard madeByCaller() {
        String manufacturer = battery.parties().manufacturer();
        return demand(manufacturer.equals(view.msp()), ErrorCode.NOT_MANUFACTURER, "The organisation is not the battery's manufacturer.", manufacturer, view.msp());
    }

    /** The caller's organisation holds it or answers for it: {@code NOT_HOLDER}. */
    public Guard heldOrOperatedByCaller() {
        return battery.parties().operator().equals(view.msp()) ? this : heldByCaller();
    }

    /** The caller's organisation is a party to it: {@code NOT_HOLDER}. */
    public Guard ofCaller() {
        return battery.parties().manufacturer().equals(view.msp()) ? this : heldOrOperatedByCaller();
    }

    /** It is in one of the stages: {@code WRONG_STAGE}, or {@code BATTERY_ENDED} if its life is over. */
    public Guard stage(Stage... allowed) {
        notEnded();
        String names = Arrays.stream(allowed).map(WireNames::of).collect(Collectors.joining(" or "));
        boolean fits = Arrays.asList(allowed).contains(battery.stage());
        return demand(fits, ErrorCode.WRONG_STAGE, "The battery's stage does not allow this.", names, WireNames.of(battery.stage()));
    }

    /** Ready to change hands or shape: not ended, no hold, no offer, no dispute, not built in, and held by the caller. */
    public Guard freeInHand() {
        return heldByCaller().notEnded().notOnHold().settled().notBuiltIn();
    }

    /** No open recall concerns it: {@code UNDER_RECALL}. */
    public Guard notRecalled() {
        List<String> recalls = recalls(view, battery);
        return demand(recalls.isEmpty(), ErrorCode.UNDER_RECALL, "The battery is under an open recall.", "no recall", recalls.toString());
    }

    /** Ids of the open recalls that concern a battery, by itself or by its model. */
    public static List<String> recalls(LedgerView view, Battery battery) {
        String key = Keys.recallModel(battery.parties().manufacturer(), battery.specification().model());
        Stream<String> byModel = view.find(key, ModelRecalls.class).stream()
                .flatMap(recalls -> recalls.open().stream())
                .filter(recall -> recall.concerns(battery))
                .map(ModelRecalls.Entry::recallId);
        return Stream.concat(battery.recalls().stream(), byModel).distinct().toList();
    }

    private Guard demand(boolean condition, ErrorCode code, String message, @Nullable String expected, @Nullable String actual) {
        if (!condition) {
            throw LedgerError.of(code, message + " (" + battery.id() + ")").comparing(expected, actual).exception();
        }
        return this;
    }
}
