package org.voltrail.contract.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.telemetry.Anchor;
import org.voltrail.model.telemetry.AnchorPage;
import org.voltrail.model.telemetry.AnchorTip;
import org.voltrail.model.telemetry.SubjectKind;
import org.voltrail.model.telemetry.TelemetryCommand;
import org.voltrail.model.telemetry.TelemetryFact;
import org.voltrail.model.telemetry.TelemetryQuery;
import org.voltrail.model.telemetry.Window;

/** Anchors sensor windows, one after another for each subject and device. */
final class Anchors {
    /** A device's clock may be ahead of the client's by this much. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Check COMMAND = Check.root().at("command");
    private static final Check WINDOW = COMMAND.at("window");

    private Anchors() {}

    static List<String> keys(TelemetryCommand.Anchor command, String msp) {
        return List.of(tipKey(subject(command), command.device()));
    }

    static Anchor anchor(LedgerTransaction transaction, TelemetryCommand.Anchor command) {
        transaction.participant();
        demandConcern(transaction, command);
        String subject = subject(command);
        Window window = normal(command.window());
        demandPast(transaction.instant(), window);
        Optional<AnchorTip> tip = transaction.find(tipKey(subject, command.device()), AnchorTip.class);
        tip.ifPresent(before -> demandNext(transaction, before, window));
        Anchor anchor = new Anchor(
                command.kind(), subject, command.device(), window, command.location(), transaction.msp(), transaction.txId(), transaction.time());
        long windows = tip.map(AnchorTip::windows).orElse(0L) + 1;
        transaction.put(tipKey(subject, command.device()), new AnchorTip(transaction.msp(), window.end(), windows));
        transaction.put(Keys.anchor(subject, command.device(), window.start()), anchor);
        transaction.emit(new TelemetryFact.Anchored(anchor));
        return anchor;
    }

    private static String subject(TelemetryCommand.Anchor command) {
        return command.kind() == SubjectKind.BATTERY ? PassportId.parse(command.subject()).key() : command.subject();
    }

    private static Window normal(Window window) {
        String start = Instant.parse(window.start()).toString();
        String end = Instant.parse(window.end()).toString();
        return new Window(start, end, window.count(), window.merkleRoot());
    }

    private static void demandConcern(LedgerTransaction transaction, TelemetryCommand.Anchor command) {
        if (command.kind() == SubjectKind.BATTERY) {
            Guard.of(transaction, transaction.battery(command.subject())).ofCaller();
        } else if (command.kind() == SubjectKind.OFFER) {
            demandSide(transaction, command.subject());
        }
    }

    private static void demandSide(LedgerTransaction transaction, String offerId) {
        Offer offer = transaction.find(Keys.offer(offerId), Offer.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.OFFER_NOT_FOUND, "No offer has this id.").comparing(null, offerId).exception());
        boolean side = Stream.of(offer.from(), offer.to()).anyMatch(transaction.msp()::equals);
        if (!side && !transaction.hasRole(Role.CARRIER)) {
            throw LedgerError.of(ErrorCode.NOT_RECEIVER, "The organisation has no part in this handover.")
                    .comparing(offer.from() + " or " + offer.to() + " or a carrier", transaction.msp())
                    .exception();
        }
    }

    private static void demandPast(Instant now, Window window) {
        if (Instant.parse(window.end()).isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw WINDOW.error(ErrorCode.OUT_OF_RANGE, "end", "The window is not over.").comparing("at most " + now, window.end()).exception();
        }
    }

    private static void demandNext(LedgerTransaction transaction, AnchorTip tip, Window window) {
        if (!tip.owner().equals(transaction.msp())) {
            throw LedgerError.of(ErrorCode.NOT_OWNER, "Another organisation anchors this device's windows for this subject.")
                    .comparing(tip.owner(), transaction.msp())
                    .exception();
        }
        if (Instant.parse(window.start()).isBefore(Instant.parse(tip.end()))) {
            throw WINDOW.error(ErrorCode.WINDOW_OVERLAP, "start", "The window does not begin after the last one that is anchored.")
                    .comparing("from " + tip.end(), window.start())
                    .exception();
        }
    }

    private static String tipKey(String subject, String device) {
        return Keys.of("anchor-tip", subject, device);
    }

    static Anchor get(LedgerView view, TelemetryQuery.Get query) {
        String start = Instant.parse(query.windowStart()).toString();
        return view.find(Keys.anchor(named(query.subject()), query.device(), start), Anchor.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.ANCHOR_NOT_FOUND, "No such window is anchored.")
                        .comparing(null, query.subject() + " " + query.device() + " " + start)
                        .exception());
    }

    static AnchorPage page(LedgerView view, TelemetryQuery.Anchors query) {
        String subject = named(query.subject());
        String[] prefix = query.device() == null ? new String[] {subject} : new String[] {subject, query.device()};
        LedgerView.Slice<Anchor> slice =
                view.page(Anchor.class, query.size(), first(subject, query.bookmark()), (key, anchor) -> anchor, "anchor", prefix);
        return new AnchorPage(slice.entries(), slice.next() == null ? null : bookmark(slice.next()));
    }

    /** A subject that is not a plain name is a battery's id. */
    private static String named(String subject) {
        return subject.matches("[A-Za-z0-9._-]{1,64}") ? subject : PassportId.parse(Check.root(), "subject", subject).key();
    }

    private static String bookmark(@Nullable String key) {
        List<String> attributes = Keys.attributes(String.valueOf(key));
        return attributes.get(1) + "," + attributes.get(2);
    }

    private static @Nullable String first(String subject, @Nullable String bookmark) {
        if (bookmark == null) {
            return null;
        }
        String[] parts = bookmark.split(",", 2);
        Check.root().holds("bookmark", parts.length == 2, "Not a bookmark of anchors.");
        return Keys.anchor(subject, parts[0], parts[1]);
    }
}
