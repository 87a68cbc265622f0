package org.voltrail.contract.endoflife;

import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeQuery;

/** Contract {@code endoflife}: collection, dismantling, recycling lots, credits, disposal. */
public final class EndOfLifeContract extends LedgerContract {
    /** A contract without state. */
    public EndOfLifeContract() {
        super("endoflife");
        submit(EndOfLifeCommand.Collect.class, Collections::collect, Collections::keys);
        submit(EndOfLifeCommand.Dismantle.class, Dismantling::dismantle, Dismantling::keys);
        submit(EndOfLifeCommand.Dispose.class, Disposals::dispose, Disposals::keys);
        lots();
        credits();
    }

    private void lots() {
        submit(EndOfLifeCommand.OpenLot.class, Lots::open);
        submit(EndOfLifeCommand.AddToLot.class, Lots::add, Lots::keys);
        submit(EndOfLifeCommand.RecordOutput.class, Lots::recordOutput, Lots::keys);
        submit(EndOfLifeCommand.CloseLot.class, LotClosing::close);
        submit(EndOfLifeCommand.SettleLot.class, LotClosing::settle);
        answer(EndOfLifeQuery.GetLot.class, Lots::get);
        answer(EndOfLifeQuery.Lots.class, Lots::list);
        answer(EndOfLifeQuery.LotBatteries.class, Lots::batteries);
    }

    private void credits() {
        submit(EndOfLifeCommand.TransferCredit.class, Credits::transfer);
        submit(EndOfLifeCommand.ClaimRecycledContent.class, ContentClaims::claim);
        answer(EndOfLifeQuery.GetCredit.class, Credits::get);
        answer(EndOfLifeQuery.Credits.class, Credits::list);
        answer(EndOfLifeQuery.CreditUses.class, Credits::uses);
    }
}
