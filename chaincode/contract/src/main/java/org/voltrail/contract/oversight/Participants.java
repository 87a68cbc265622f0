package org.voltrail.contract.oversight;

import java.util.List;
import java.util.stream.Collectors;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.Participant;
import org.voltrail.model.Role;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.Constitution;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.ParticipantEntry;
import org.voltrail.model.oversight.ParticipantPage;

/** The authority and the participant register. Entries change only with an endorsement by a peer of the authority. */
final class Participants {
    private static final String CONSTITUTION = Keys.of("constitution", "1");

    private Participants() {}

    static Constitution constitute(LedgerTransaction transaction, OversightCommand.Constitute command) {
        if (transaction.exists(CONSTITUTION)) {
            throw new LedgerException(ErrorCode.ALREADY_CONSTITUTED, "The ledger has its authority already.");
        }
        demandAuthority(transaction, command);
        List<Participant> admitted = command.participants().stream()
                .map(entry -> entry.admitted(command.authority(), transaction.time()))
                .toList();
        admitted.forEach(participant -> put(transaction, participant));
        Constitution constitution = new Constitution(
                command.authority(), admitted.stream().map(Participant::msp).collect(Collectors.toSet()), transaction.time());
        transaction.put(CONSTITUTION, constitution, command.authority());
        transaction.emit(new OversightFact.Constituted(constitution, admitted));
        return constitution;
    }

    private static void demandAuthority(LedgerTransaction transaction, OversightCommand.Constitute command) {
        if (!transaction.msp().equals(command.authority())) {
            throw LedgerError.of(ErrorCode.NOT_AUTHORITY, "An organisation can name only itself as the authority.")
                    .at("command.authority")
                    .comparing(transaction.msp(), command.authority())
                    .exception();
        }
        boolean regulator = command.participants().stream().anyMatch(entry -> regulates(entry, command.authority()));
        if (!regulator || !transaction.caller().roles().contains(Role.REGULATOR)) {
            throw LedgerError.of(ErrorCode.ROLE_REQUIRED, "Certificate and entry of the authority must both name the role regulator.")
                    .comparing(WireNames.of(Role.REGULATOR), transaction.caller().roles())
                    .exception();
        }
    }

    private static boolean regulates(ParticipantEntry entry, String msp) {
        return entry.msp().equals(msp) && entry.roles().contains(Role.REGULATOR);
    }

    static Participant admit(LedgerTransaction transaction, OversightCommand.Admit command) {
        transaction.requireRole(Role.REGULATOR);
        String authority = transaction.authority();
        Participant admitted = command.participant().admitted(authority, transaction.time());
        if (admitted.msp().equals(authority) && !admitted.may(Role.REGULATOR)) {
            throw new LedgerException(ErrorCode.NOT_AUTHORITY, "The authority cannot give up its role: nobody could restore it.");
        }
        put(transaction, admitted);
        transaction.emit(new OversightFact.Admitted(admitted));
        return admitted;
    }

    static Participant suspend(LedgerTransaction transaction, OversightCommand.Suspend command) {
        transaction.requireRole(Role.REGULATOR);
        Participant entry = transaction.participant(command.msp());
        if (entry.msp().equals(transaction.authority())) {
            throw new LedgerException(ErrorCode.NOT_AUTHORITY, "The authority cannot suspend itself: nobody could restore it.");
        }
        Participant suspended = new Participant(
                entry.msp(), entry.name(), entry.roles(), entry.authority(), entry.jurisdiction(), entry.gln(), entry.lei(),
                entry.nationalId(), entry.admittedAt(), true);
        put(transaction, suspended);
        transaction.emit(new OversightFact.Suspended(entry.msp(), command.reason()));
        return suspended;
    }

    private static void put(LedgerTransaction transaction, Participant participant) {
        transaction.put(Keys.participant(participant.msp()), participant, participant.authority());
    }

    static Constitution authority(LedgerView view, OversightQuery.Authority query) {
        return view.find(CONSTITUTION, Constitution.class)
                .orElseThrow(() -> new LedgerException(ErrorCode.UNKNOWN_PARTICIPANT, "The ledger has no authority yet."));
    }

    static Participant get(LedgerView view, OversightQuery.GetParticipant query) {
        return view.find(Keys.participant(query.msp()), Participant.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.UNKNOWN_PARTICIPANT, "The organisation is not in the register.")
                        .comparing(null, query.msp())
                        .exception());
    }

    static ParticipantPage list(LedgerView view, OversightQuery.Participants query) {
        Slice<Participant> page = Paging.page(view, Participant.class, query.size(), query.bookmark(), "participant");
        return new ParticipantPage(page.entries(), page.next());
    }
}
