package org.voltrail.contract.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Ids;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.ModelRecalls;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.RecallNotice;
import org.voltrail.model.oversight.RecallPage;
import org.voltrail.model.oversight.RecallScope;

/**
 * Recalls. One of a model or batch is a single document that every handover of that model reads; one of single batteries marks
 * these, in pages, so that neither opening nor closing depends on how many there are.
 */
final class Recalls {
    private static final String TYPE = "recall";

    private Recalls() {}

    static RecallNotice open(LedgerTransaction transaction, OversightCommand.Recall command) {
        transaction.requireRole(Role.REGULATOR);
        RecallScope scope = command.scope();
        RecallNotice opened = new RecallNotice(
                Ids.derived(transaction, TYPE), scope.manufacturer(), scope.model(), scope.batch(), 0, 0, 0, command.risk(),
                command.measure(), transaction.time(), null, null);
        RecallNotice recall = scope.model() == null ? mark(transaction, opened, scope.batteries()) : register(transaction, opened);
        put(transaction, recall);
        transaction.emit(new OversightFact.RecallOpened(recall));
        return recall;
    }

    private static RecallNotice register(LedgerTransaction transaction, RecallNotice recall) {
        demandKnown(transaction, String.valueOf(recall.manufacturer()));
        List<ModelRecalls.Entry> open = new ArrayList<>(ofModel(transaction, recall));
        open.add(new ModelRecalls.Entry(recall.recallId(), recall.batch()));
        putModel(transaction, recall, open);
        return recall;
    }

    /** A suspended manufacturer's batteries can be recalled, too. */
    private static void demandKnown(LedgerTransaction transaction, String manufacturer) {
        if (!transaction.exists(Keys.participant(manufacturer))) {
            throw LedgerError.of(ErrorCode.UNKNOWN_PARTICIPANT, "The manufacturer is not in the participant register.")
                    .at("command.scope.manufacturer")
                    .comparing(null, manufacturer)
                    .exception();
        }
    }

    private static List<ModelRecalls.Entry> ofModel(LedgerTransaction transaction, RecallNotice recall) {
        return transaction.find(modelKey(recall), ModelRecalls.class).map(ModelRecalls::open).orElse(List.of());
    }

    private static void putModel(LedgerTransaction transaction, RecallNotice recall, List<ModelRecalls.Entry> open) {
        transaction.put(modelKey(recall), new ModelRecalls(open), transaction.authority());
    }

    private static String modelKey(RecallNotice recall) {
        return Keys.recallModel(String.valueOf(recall.manufacturer()), String.valueOf(recall.model()));
    }

    /** Marks single batteries and keeps their ids as the recall's next page. */
    private static RecallNotice mark(LedgerTransaction transaction, RecallNotice recall, List<String> batteries) {
        transaction.prefetch(batteries.stream().map(Keys::battery).toList());
        List<String> marked = batteries.stream().map(id -> mark(transaction, recall, transaction.battery(id))).toList();
        RecallNotice extended = recall.extended(marked.size());
        transaction.put(pageKey(recall.recallId(), extended.pages()), new Page(marked));
        return extended;
    }

    private static String mark(LedgerTransaction transaction, RecallNotice recall, Battery battery) {
        Guard.of(transaction, battery).notEnded();
        if (battery.recalls().contains(recall.recallId())) {
            throw LedgerError.of(ErrorCode.ALREADY_EXISTS, "The battery is in this recall. (" + battery.id() + ")").exception();
        }
        Battery after = battery.edit()
                .addRecall(recall.recallId())
                .milestone(Milestone.RECALLED, transaction.time(), new Origin(transaction.msp(), null))
                .build();
        return transaction.record(battery, after, new OversightFact.Recalled(recall.recallId(), recall.risk(), recall.measure())).id();
    }

    static RecallNotice extend(LedgerTransaction transaction, OversightCommand.ExtendRecall command) {
        transaction.requireRole(Role.REGULATOR);
        RecallNotice recall = demandOpen(find(transaction, command.recallId()));
        if (recall.model() != null) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.INVALID_FIELD, "recallId", "A recall of a model takes no single batteries.")
                    .advising("Open another recall.")
                    .exception();
        }
        RecallNotice extended = mark(transaction, recall, command.batteries());
        put(transaction, extended);
        transaction.emit(new OversightFact.RecallExtended(extended));
        return extended;
    }

    static RecallNotice close(LedgerTransaction transaction, OversightCommand.CloseRecall command) {
        transaction.requireRole(Role.REGULATOR);
        RecallNotice closed = demandOpen(find(transaction, command.recallId())).closed(transaction.time(), command.outcome());
        if (closed.model() != null) {
            putModel(transaction, closed, withoutRecall(transaction, closed));
        }
        RecallNotice cleared = closed.pages() == 0 ? closed : clearNext(transaction, closed);
        put(transaction, cleared);
        transaction.emit(new OversightFact.RecallClosed(cleared));
        return cleared;
    }

    private static List<ModelRecalls.Entry> withoutRecall(LedgerTransaction transaction, RecallNotice recall) {
        return ofModel(transaction, recall).stream().filter(entry -> !entry.recallId().equals(recall.recallId())).toList();
    }

    static RecallNotice clear(LedgerTransaction transaction, OversightCommand.ClearRecall command) {
        transaction.requireRole(Role.REGULATOR);
        RecallNotice recall = find(transaction, command.recallId());
        if (recall.open()) {
            throw LedgerError.of(ErrorCode.WRONG_STAGE, "The recall is open.").advising("Close it first.").exception();
        }
        if (recall.cleared() == recall.pages()) {
            throw LedgerError.of(ErrorCode.ALREADY_CLOSED, "No battery carries this recall any more.").exception();
        }
        RecallNotice cleared = clearNext(transaction, recall);
        put(transaction, cleared);
        transaction.emit(new OversightFact.RecallCleared(cleared));
        return cleared;
    }

    private static RecallNotice clearNext(LedgerTransaction transaction, RecallNotice recall) {
        int page = recall.cleared() + 1;
        List<String> ids = transaction.find(pageKey(recall.recallId(), page), Page.class).map(Page::batteries).orElse(List.of());
        transaction.prefetch(ids.stream().map(Keys::battery).toList());
        ids.forEach(id -> lift(transaction, transaction.battery(id), recall.recallId()));
        return recall.cleared(page);
    }

    /** A battery whose life is over keeps the mark: nothing changes it any more. */
    private static void lift(LedgerTransaction transaction, Battery battery, String recallId) {
        if (!battery.stage().ended()) {
            transaction.record(battery, battery.edit().removeRecall(recallId).build(), new OversightFact.RecallLifted(recallId));
        }
    }

    private static RecallNotice find(LedgerView view, String recallId) {
        return view.find(Keys.of(TYPE, recallId), RecallNotice.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.RECALL_NOT_FOUND, "No recall has this id.").comparing(null, recallId).exception());
    }

    private static RecallNotice demandOpen(RecallNotice recall) {
        if (!recall.open()) {
            throw LedgerError.of(ErrorCode.ALREADY_CLOSED, "The recall is closed.").comparing(null, recall.closedAt()).exception();
        }
        return recall;
    }

    private static void put(LedgerTransaction transaction, RecallNotice recall) {
        transaction.put(Keys.of(TYPE, recall.recallId()), recall, transaction.authority());
    }

    private static String pageKey(String recallId, int page) {
        return Keys.of("recall-batteries", recallId, Keys.sequence(page));
    }

    static RecallNotice get(LedgerView view, OversightQuery.GetRecall query) {
        return find(view, query.recallId());
    }

    static RecallPage list(LedgerView view, OversightQuery.Recalls query) {
        Slice<RecallNotice> page = Paging.page(view, RecallNotice.class, query.size(), query.bookmark(), TYPE);
        return new RecallPage(page.entries(), page.next());
    }

    static RecallPage of(LedgerView view, OversightQuery.RecallsOf query) {
        List<RecallNotice> open = Guard.recalls(view, view.battery(query.battery())).stream()
                .map(id -> view.find(Keys.of(TYPE, id), RecallNotice.class))
                .flatMap(Optional::stream)
                .filter(RecallNotice::open)
                .toList();
        return new RecallPage(open, null);
    }

    /**
     * Ids of single batteries, stored under {@code recall-batteries~recallId~number}; never changed.
     *
     * @param batteries ids
     */
    record Page(List<String> batteries) {
        Page {
            batteries = Copies.list(batteries);
        }
    }
}
