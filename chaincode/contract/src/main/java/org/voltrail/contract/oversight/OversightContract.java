package org.voltrail.contract.oversight;

import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;

/** Contract {@code oversight}: registers, holds, recalls, findings, incentives, deadlines. */
public final class OversightContract extends LedgerContract {
    /** A contract without state. */
    public OversightContract() {
        super("oversight");
        registers();
        powers();
        incentives();
        deadlines();
    }

    private void registers() {
        submit(OversightCommand.Constitute.class, Participants::constitute);
        submit(OversightCommand.Admit.class, Participants::admit);
        submit(OversightCommand.Suspend.class, Participants::suspend);
        submit(OversightCommand.Accredit.class, Accreditations::accredit);
        submit(OversightCommand.WithdrawAccreditation.class, Accreditations::withdraw);
        answer(OversightQuery.Authority.class, Participants::authority);
        answer(OversightQuery.GetParticipant.class, Participants::get);
        answer(OversightQuery.Participants.class, Participants::list);
        answer(OversightQuery.Accreditations.class, Accreditations::list);
    }

    private void powers() {
        submit(OversightCommand.Hold.class, Holds::hold);
        submit(OversightCommand.Release.class, Holds::release);
        submit(OversightCommand.Recall.class, Recalls::open);
        submit(OversightCommand.ExtendRecall.class, Recalls::extend);
        submit(OversightCommand.CloseRecall.class, Recalls::close);
        submit(OversightCommand.ClearRecall.class, Recalls::clear);
        submit(OversightCommand.RecordFinding.class, Findings::record);
        submit(OversightCommand.CloseFinding.class, Findings::close);
        answer(OversightQuery.Holds.class, Holds::list);
        answer(OversightQuery.GetRecall.class, Recalls::get);
        answer(OversightQuery.Recalls.class, Recalls::list);
        answer(OversightQuery.RecallsOf.class, Recalls::of);
        answer(OversightQuery.GetFinding.class, Findings::get);
        answer(OversightQuery.Findings.class, Findings::list);
    }

    private void incentives() {
        submit(OversightCommand.DefineIncentive.class, Incentives::define);
        submit(OversightCommand.CloseIncentive.class, Incentives::close);
        submit(OversightCommand.ClaimIncentive.class, Incentives::claim);
        answer(OversightQuery.GetIncentive.class, Incentives::get);
        answer(OversightQuery.Incentives.class, Incentives::list);
        answer(OversightQuery.Claims.class, Incentives::claims);
    }

    private void deadlines() {
        submit(OversightCommand.SetDeadlineRules.class, Deadlines::set);
        answer(OversightQuery.GetDeadlineRules.class, Deadlines::rules);
        answer(OversightQuery.Deadlines.class, Deadlines::report);
    }
}
