package org.voltrail.contract.battery;

import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.DetailsReceipt;
import org.voltrail.model.battery.DetailsVerification;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.battery.PrivateDetails;
import org.voltrail.model.json.CanonicalJson;

/** Private details: their salted hash on the channel, themselves in implicit collections. */
final class Details {
    private static final int OWNERS_MAX = 16;

    private Details() {}

    static BatteryReceipt attach(LedgerTransaction transaction, BatteryCommand.AttachDetails command) {
        transaction.participant();
        Battery battery = transaction.battery(command.battery());
        Guard.of(transaction, battery).ofCaller().notEnded().notOnHold();
        Battery after = battery.edit().detailHash(transaction.msp(), command.hash()).build();
        Check.root().at("command").atMost("battery.detailHashes", after.detailHashes().keySet(), OWNERS_MAX);
        return BatteryReceipt.of(
                transaction.record(battery, after, new BatteryFact.DetailsAttached(transaction.msp(), command.hash())));
    }

    static DetailsReceipt store(LedgerTransaction transaction, BatteryCommand.StoreDetails command) {
        return keep(transaction, command.battery(), transaction.msp());
    }

    static DetailsReceipt share(LedgerTransaction transaction, BatteryCommand.ShareDetails command) {
        transaction.participant(command.recipient());
        return keep(transaction, command.battery(), command.recipient());
    }

    private static DetailsReceipt keep(LedgerTransaction transaction, String id, String msp) {
        transaction.participant();
        Battery battery = transaction.battery(id);
        PrivateDetails details = told(transaction);
        String recorded = battery.detailHashes().get(transaction.msp());
        if (recorded == null) {
            throw notFound(transaction.msp(), battery.id());
        }
        if (!recorded.equals(details.hash())) {
            throw LedgerError.of(ErrorCode.DETAILS_MISMATCH, "These are not the details that were attached.")
                    .comparing(recorded, details.hash())
                    .exception();
        }
        transaction.putPrivately(collection(msp), key(battery.id(), transaction.msp()), CanonicalJson.write(details));
        return new DetailsReceipt(battery.id(), collection(msp), recorded);
    }

    private static PrivateDetails told(LedgerTransaction transaction) {
        byte[] json = transaction.secret(PrivateDetails.TRANSIENT_KEY)
                .orElseThrow(() -> LedgerError.of(ErrorCode.MALFORMED_REQUEST, "The transient map holds no details.")
                        .at("transient." + PrivateDetails.TRANSIENT_KEY)
                        .exception());
        PrivateDetails details = CanonicalJson.read(json, PrivateDetails.class);
        details.validate(Check.root().at("transient").at(PrivateDetails.TRANSIENT_KEY));
        return details;
    }

    static PrivateDetails get(LedgerView view, BatteryQuery.GetDetails query) {
        String battery = PassportId.normalise(query.battery());
        return view.privately(collection(view.msp()), key(battery, query.owner()))
                .map(json -> CanonicalJson.read(json, PrivateDetails.class))
                .orElseThrow(() -> notFound(query.owner(), battery));
    }

    static DetailsVerification verify(LedgerView view, BatteryQuery.VerifyDetails query) {
        String recorded = view.battery(query.battery()).detailHashes().get(query.owner());
        String computed = query.details().hash();
        return new DetailsVerification(computed.equals(recorded), computed, recorded);
    }

    private static org.voltrail.model.LedgerException notFound(String owner, String battery) {
        return LedgerError.of(ErrorCode.DETAILS_NOT_FOUND, "No private details are recorded.")
                .comparing("details of " + battery, "none of " + owner)
                .exception();
    }

    private static String collection(String msp) {
        return "_implicit_org_" + msp;
    }

    private static String key(String batteryId, String owner) {
        return Keys.of("details", PassportId.parse(batteryId).key(), owner);
    }
}
