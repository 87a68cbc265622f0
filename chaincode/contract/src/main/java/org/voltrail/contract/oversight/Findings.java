package org.voltrail.contract.oversight;

import org.voltrail.contract.ledger.Ids;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.Finding;
import org.voltrail.model.oversight.FindingPage;
import org.voltrail.model.oversight.FindingReport;
import org.voltrail.model.oversight.FindingSubject;
import org.voltrail.model.oversight.FindingSubject.Kind;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

/** Findings of the authority. */
final class Findings {
    private static final String TYPE = "finding";
    private static final String INDEX = "finding-of";

    private Findings() {}

    static Finding record(LedgerTransaction transaction, OversightCommand.RecordFinding command) {
        transaction.requireRole(Role.REGULATOR);
        FindingReport report = command.report();
        Finding finding = new Finding(Ids.derived(transaction, TYPE), report, transaction.time(), null, null);
        OversightFact.FindingRecorded fact = new OversightFact.FindingRecorded(finding);
        demandKnown(transaction, report.subject(), fact);
        put(transaction, finding);
        transaction.mark(Keys.of(INDEX, WireNames.of(report.subject().kind()), subject(report.subject()), finding.findingId()));
        transaction.emit(fact);
        return finding;
    }

    private static void demandKnown(LedgerTransaction transaction, FindingSubject subject, OversightFact.FindingRecorded fact) {
        switch (subject.kind()) {
            case BATTERY -> note(transaction, transaction.battery(subject.id()), fact);
            case PARTICIPANT -> demand(transaction, Keys.participant(subject.id()), ErrorCode.UNKNOWN_PARTICIPANT);
            case LOT -> demand(transaction, Keys.of("lot", subject.id()), ErrorCode.LOT_NOT_FOUND);
        }
    }

    private static void demand(LedgerTransaction transaction, String key, ErrorCode code) {
        if (!transaction.exists(key)) {
            throw LedgerError.of(code, "What the finding is about is not on the ledger.").at("command.report.subject.id").exception();
        }
    }

    /** The history of a battery whose life is over stays as it is; the finding then stands in the register only. */
    private static void note(LedgerTransaction transaction, Battery battery, OversightFact.FindingRecorded fact) {
        if (!battery.stage().ended()) {
            transaction.record(battery, battery, fact);
        }
    }

    static Finding close(LedgerTransaction transaction, OversightCommand.CloseFinding command) {
        transaction.requireRole(Role.REGULATOR);
        Finding finding = find(transaction, command.findingId());
        if (!finding.open()) {
            throw LedgerError.of(ErrorCode.ALREADY_CLOSED, "The finding is closed.").comparing(null, finding.closedAt()).exception();
        }
        Finding closed = finding.closed(transaction.time(), command.resolution());
        put(transaction, closed);
        transaction.emit(new OversightFact.FindingClosed(command.findingId(), command.resolution()));
        return closed;
    }

    private static Finding find(LedgerView view, String findingId) {
        return view.find(key(findingId), Finding.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.FINDING_NOT_FOUND, "No finding has this id.").comparing(null, findingId).exception());
    }

    private static void put(LedgerTransaction transaction, Finding finding) {
        transaction.put(key(finding.findingId()), finding, transaction.authority());
    }

    private static String key(String findingId) {
        return Keys.of(TYPE, findingId);
    }

    private static String subject(FindingSubject subject) {
        return subject.kind() == Kind.BATTERY ? PassportId.parse(subject.id()).key() : subject.id();
    }

    static Finding get(LedgerView view, OversightQuery.GetFinding query) {
        return find(view, query.findingId());
    }

    static FindingPage list(LedgerView view, OversightQuery.Findings query) {
        FindingSubject subject = query.subject();
        Slice<Finding> page = subject == null
                ? Paging.page(view, Finding.class, query.size(), query.bookmark(), TYPE)
                : Paging.indexed(
                        view, Finding.class, Findings::key, query.size(), query.bookmark(), INDEX, WireNames.of(subject.kind()), subject(subject));
        return new FindingPage(page.entries(), page.next());
    }
}
