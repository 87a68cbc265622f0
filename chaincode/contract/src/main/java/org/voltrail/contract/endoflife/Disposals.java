package org.voltrail.contract.endoflife;

import java.util.ArrayList;
import java.util.List;
import org.voltrail.contract.endoflife.Wholes.Member;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.endoflife.DisposalSummary;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationScope;

/** Final disposal of what cannot be recycled. */
final class Disposals {
    private Disposals() {}

    static List<String> keys(EndOfLifeCommand.Dispose command, String msp) {
        List<String> keys = new ArrayList<>(List.of(Accreditations.key(msp, AccreditationScope.DISPOSAL)));
        command.batteries().forEach(id -> keys.add(Keys.battery(id)));
        return keys;
    }

    static DisposalSummary dispose(LedgerTransaction transaction, EndOfLifeCommand.Dispose command) {
        transaction.requireRole(Role.RECYCLER);
        Accreditation accreditation = Accreditations.require(transaction, AccreditationScope.DISPOSAL);
        List<Member> members = Wholes.of(transaction, command.batteries());
        EndOfLifeFact.Disposed fact = new EndOfLifeFact.Disposed(command.disposal());
        for (Member member : members) {
            Accreditations.requireCovered(accreditation, member.battery());
            Dates.demand(transaction, "disposal.disposedOn", command.disposal().disposedOn(), member.battery().specification().manufacturedOn());
            dispose(transaction, member.battery(), fact);
        }
        transaction.emit(fact);
        return new DisposalSummary(command.disposal().certificate().number(), members.size());
    }

    private static void dispose(LedgerTransaction transaction, Battery battery, EndOfLifeFact.Disposed fact) {
        Battery after = battery.edit()
                .holder(transaction.msp())
                .stage(Stage.DISPOSED)
                .status(Status.WASTE)
                .place(fact.disposal().facility())
                .milestone(Milestone.DISPOSED, transaction.time(), new Origin(transaction.msp(), fact.disposal().disposedOn()))
                .build();
        transaction.record(battery, after, fact);
    }
}
