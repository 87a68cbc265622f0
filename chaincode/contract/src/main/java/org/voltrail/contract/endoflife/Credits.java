package org.voltrail.contract.endoflife;

import java.util.List;
import java.util.Map;
import org.voltrail.contract.ledger.Ids;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Material;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.CreditPage;
import org.voltrail.model.endoflife.CreditTransfer;
import org.voltrail.model.endoflife.CreditUse;
import org.voltrail.model.endoflife.CreditUsePage;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.MassAccount;
import org.voltrail.model.endoflife.MaterialAccount;
import org.voltrail.model.json.WireNames;

/** Credits of recovered material. A credit's key takes only an endorsement by a peer of its owner or of the authority. */
final class Credits {
    private static final String TYPE = "credit";
    private static final String INDEX = "credit-of";
    private static final String USE = "credit-use";
    private static final Check COMMAND = Check.root().at("command");

    private Credits() {}

    /** A credit for each material of the lot that was recycled. */
    static List<Credit> issue(LedgerTransaction transaction, Lot lot) {
        List<Credit> credits = lot.masses().materials().entrySet().stream()
                .filter(entry -> entry.getValue().recycledMg() > 0 && !MassAccount.mixture(entry.getKey()))
                .map(entry -> credit(transaction, lot, entry))
                .toList();
        credits.forEach(credit -> create(transaction, credit));
        return credits;
    }

    private static Credit credit(LedgerTransaction transaction, Lot lot, Map.Entry<Material, MaterialAccount> entry) {
        String creditId = lot.lotId() + "." + WireNames.of(entry.getKey());
        return Credit.issued(creditId, lot, entry.getKey(), entry.getValue().recycledMg(), transaction.time());
    }

    private static void create(LedgerTransaction transaction, Credit credit) {
        transaction.put(key(credit.creditId()), credit, credit.owner(), transaction.authority());
        transaction.mark(Keys.of(INDEX, credit.owner(), credit.creditId()));
    }

    static CreditTransfer transfer(LedgerTransaction transaction, EndOfLifeCommand.TransferCredit command) {
        transaction.participant();
        transaction.participant(command.to());
        COMMAND.holds("to", !command.to().equals(transaction.msp()), "A transfer goes to another organisation.");
        Credit credit = owned(transaction, command.creditId(), COMMAND, "creditId");
        long mass = command.massMg() == null ? credit.remainingMg() : command.massMg();
        if (mass == 0) {
            throw COMMAND.error(ErrorCode.CREDIT_SPENT, "creditId", "Nothing remains of the credit.").exception();
        }
        Credit left = credit.spent(COMMAND, "massMg", mass);
        Credit received = credit.handedOn(Ids.derived(transaction, TYPE), command.to(), mass, transaction.time());
        put(transaction, left);
        create(transaction, received);
        CreditTransfer transfer = new CreditTransfer(left, received);
        transaction.emit(new EndOfLifeFact.CreditTransferred(transfer));
        return transfer;
    }

    /** The caller's credit. */
    static Credit owned(LedgerTransaction transaction, String creditId, Check check, String field) {
        Credit credit = find(transaction, creditId);
        if (!credit.owner().equals(transaction.msp())) {
            throw check.error(ErrorCode.NOT_OWNER, field, "The credit is another organisation's.")
                    .comparing(credit.owner(), transaction.msp())
                    .exception();
        }
        return credit;
    }

    static void put(LedgerTransaction transaction, Credit credit) {
        transaction.put(key(credit.creditId()), credit);
    }

    static void putUse(LedgerTransaction transaction, CreditUse use) {
        String battery = Keys.attributes(Keys.battery(use.battery())).get(0);
        transaction.put(Keys.of(USE, use.creditId(), battery, use.txId()), use);
    }

    static String key(String creditId) {
        return Keys.of(TYPE, creditId);
    }

    private static Credit find(LedgerView view, String creditId) {
        return view.find(key(creditId), Credit.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.CREDIT_NOT_FOUND, "No credit has this id.").comparing(null, creditId).exception());
    }

    static Credit get(LedgerView view, EndOfLifeQuery.GetCredit query) {
        return find(view, query.creditId());
    }

    static CreditPage list(LedgerView view, EndOfLifeQuery.Credits query) {
        Slice<Credit> page = Paging.indexed(view, Credit.class, Credits::key, query.size(), query.bookmark(), INDEX, query.owner());
        return new CreditPage(page.entries(), page.next());
    }

    static CreditUsePage uses(LedgerView view, EndOfLifeQuery.CreditUses query) {
        find(view, query.creditId());
        Slice<CreditUse> page = Paging.page(view, CreditUse.class, query.size(), query.bookmark(), USE, query.creditId());
        return new CreditUsePage(page.entries(), page.next());
    }
}
