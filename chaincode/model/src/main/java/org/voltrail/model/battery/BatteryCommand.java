package org.voltrail.model.battery;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.Copies;

/** Commands of the contract {@code battery}. Batteries are named in any form that {@link PassportId} reads. */
public sealed interface BatteryCommand {
    /** Name of the contract. */
    String CONTRACT = "battery";

    /** Most batteries in one batch registration. */
    int BATCH_MAX = 1_000;

    /** Most parts of one battery that the ledger names. */
    int PARTS_MAX = 512;

    /** A command that changes one battery and answers with a receipt. */
    sealed interface OnBattery extends BatteryCommand, Command<BatteryReceipt> {
        @Override
        default String contract() {
            return CONTRACT;
        }

        @Override
        default Class<BatteryReceipt> resultType() {
            return BatteryReceipt.class;
        }
    }

    /**
     * Puts a battery on the ledger. Role manufacturer; the caller's organisation becomes manufacturer and holder.
     *
     * @param battery what is known of it
     */
    record Register(BatteryRegistration battery) implements OnBattery {
        @Override
        public void validate(Check check) {
            check.nested("battery", battery);
        }
    }

    /**
     * Puts many batteries on the ledger in one transaction: all or none. Role manufacturer.
     *
     * @param batteries 1 to {@value #BATCH_MAX}
     */
    record RegisterBatch(List<BatteryRegistration> batteries) implements BatteryCommand, Command<BatchReceipt> {
        /** Copies the list. */
        public RegisterBatch {
            batteries = Copies.list(batteries);
        }

        @Override
        public String contract() {
            return CONTRACT;
        }

        @Override
        public Class<BatchReceipt> resultType() {
            return BatchReceipt.class;
        }

        @Override
        public void validate(Check check) {
            check.size("batteries", batteries, BATCH_MAX);
            check.each("batteries", batteries);
        }
    }

    /**
     * Corrects what the manufacturer declared. The manufacturer only, before the first change of custody, before putting into
     * service, and while no part is built in.
     *
     * @param battery the battery
     * @param specification the whole corrected specification
     * @param reason why, at most 512 characters; stays in the history
     */
    record Correct(String battery, Specification specification, String reason) implements OnBattery {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.nested("specification", specification);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Gives a battery another name. Holder, manufacturer or responsible operator.
     *
     * @param battery the battery
     * @param identity the name
     */
    record AddIdentity(String battery, Identity identity) implements OnBattery {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.nested("identity", identity);
        }
    }

    /**
     * Records that a battery was put into service. Holder, or the responsible operator.
     *
     * @param battery the battery
     * @param date when, {@code yyyy-MM-dd}; not before manufacture, not after the transaction
     * @param handInCodeHash {@link HandInCode#hash} of a code that whoever hands the battery in must know
     * @param vehicle identification number of the vehicle, which becomes an identity of the battery
     * @param place where, at most 128 characters
     */
    record PutIntoService(
            String battery, String date, @Nullable String handInCodeHash, @Nullable String vehicle, @Nullable String place)
            implements OnBattery {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.date("date", date);
            if (handInCodeHash != null) {
                check.sha256("handInCodeHash", handInCodeHash);
            }
            if (vehicle != null) {
                Check at = check.at("vehicle");
                new Identity(IdentityScheme.VIN, vehicle).validate(at);
            }
            check.optionalText("place", place, 128);
        }
    }

    /**
     * Builds parts into a whole. The caller holds all of them; from then on the parts move with the whole.
     *
     * @param battery the whole
     * @param parts ids of the parts, 1 to {@value #PARTS_MAX}, of a lower level than the whole
     */
    record Assemble(String battery, List<String> parts) implements OnBattery {
        /** Copies the list. */
        public Assemble {
            parts = Copies.list(parts);
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            checkIds(check, "parts", parts, PARTS_MAX);
        }
    }

    /**
     * Takes parts out of a whole. The holder of the whole, which becomes the holder of the parts.
     *
     * @param battery the whole
     * @param parts ids of the parts, 1 to {@value #PARTS_MAX}
     */
    record Disassemble(String battery, List<String> parts) implements OnBattery {
        /** Copies the list. */
        public Disassemble {
            parts = Copies.list(parts);
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            checkIds(check, "parts", parts, PARTS_MAX);
        }
    }

    /**
     * Starts a second life (Art. 77(7)): a new record that links back to its predecessors, whose records cease. Role second-life
     * or manufacturer; the caller holds the predecessors and becomes the responsible operator. Each predecessor has a health test
     * of at most {@link Succession#TEST_AGE_MAX_DAYS} days whose grade allows the new status.
     *
     * @param battery registration of the successor, with an id of its own
     * @param predecessors ids, 1 to {@value #PARTS_MAX}
     * @param status re-used, repurposed or remanufactured
     */
    record Succeed(BatteryRegistration battery, List<String> predecessors, Status status) implements OnBattery {
        private static final Set<Status> SECOND_LIVES = Set.of(Status.RE_USED, Status.REPURPOSED, Status.REMANUFACTURED);

        /** Copies the list. */
        public Succeed {
            predecessors = Copies.list(predecessors);
        }

        @Override
        public void validate(Check check) {
            check.nested("battery", battery);
            checkIds(check, "predecessors", predecessors, PARTS_MAX);
            check.required("status", status);
            check.holds("status", SECOND_LIVES.contains(status), "A second life is re-used, repurposed or remanufactured.");
        }
    }

    /**
     * Declares a battery to be waste (Art. 3(1)(50)). The holder or the responsible operator.
     *
     * @param battery the battery
     * @param reason why, at most 512 characters
     */
    record DeclareWaste(String battery, String reason) implements OnBattery {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.text("reason", reason, Check.TEXT_MAX);
        }
    }

    /**
     * Binds the battery to private details of the caller's organisation by their salted hash. Holder, manufacturer or responsible
     * operator. The details themselves follow with {@link StoreDetails}, which only the caller's own peer sees.
     *
     * @param battery the battery
     * @param hash {@link PrivateDetails#hash()}
     */
    record AttachDetails(String battery, String hash) implements OnBattery {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.sha256("hash", hash);
        }
    }

    /** A command that writes nothing but private data: no public write, no event. Repeating it is harmless. */
    sealed interface Privately extends BatteryCommand, Command<DetailsReceipt> {
        @Override
        default String contract() {
            return CONTRACT;
        }

        @Override
        default Class<DetailsReceipt> resultType() {
            return DetailsReceipt.class;
        }
    }

    /**
     * Keeps attached details in the caller's organisation's implicit collection. The canonical JSON of the
     * {@link PrivateDetails} is in the transient map under {@link PrivateDetails#TRANSIENT_KEY}. To be endorsed by the caller's
     * organisation alone, so that no other peer sees them.
     *
     * @param battery the battery
     */
    record StoreDetails(String battery) implements Privately {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
        }
    }

    /**
     * Hands attached details of the caller's organisation to another one, into its implicit collection. Transient map as with
     * {@link StoreDetails}; to be endorsed by the recipient alone.
     *
     * @param battery the battery
     * @param recipient MSP id
     */
    record ShareDetails(String battery, String recipient) implements Privately {
        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.msp("recipient", recipient);
        }
    }

    private static void checkIds(Check check, String field, List<String> ids, int max) {
        check.size(field, ids, max);
        for (int i = 0; i < ids.size(); i++) {
            PassportId.parse(check, field + "[" + i + "]", ids.get(i));
        }
    }
}
