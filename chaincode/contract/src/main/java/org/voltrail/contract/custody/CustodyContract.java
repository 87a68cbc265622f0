package org.voltrail.contract.custody;

import java.util.List;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerContract;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyQuery;

/** Contract {@code custody}: handovers with the signatures of both sides, behind the hazard gate. */
public final class CustodyContract extends LedgerContract {
    /** A contract without state. */
    public CustodyContract() {
        super(CustodyCommand.CONTRACT);
        submit(CustodyCommand.Offer.class, Offering::offer, Offering::keys);
        submit(CustodyCommand.Accept.class, Closing::accept, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.Reject.class, Closing::reject, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.Cancel.class, Closing::cancel, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.Expire.class, Closing::expire, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.Dispute.class, Disputes::dispute, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.ResolveDispute.class, Disputes::resolve, (command, msp) -> Offers.keys(command.offerId()));
        submit(CustodyCommand.RecordCondition.class, Conditions::record, (command, msp) -> List.of(Keys.battery(command.battery())));
        answer(CustodyQuery.GetOffer.class, Offers::get);
        answer(CustodyQuery.Inbox.class, Offers::inbox);
        answer(CustodyQuery.Outbox.class, Offers::outbox);
    }
}
