package org.voltrail.model.endoflife;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.Copies;
import org.voltrail.model.battery.BatteryIds;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.PassportId;

/**
 * Commands of the contract {@code endoflife}. Batteries are named in any form that {@link PassportId} reads. Whatever ends or
 * moves a battery is refused while it is on hold ({@code ON_HOLD}), in an open offer ({@code ALREADY_OFFERED}), in dispute
 * ({@code IN_DISPUTE}) or built into another ({@code PART_OF_ASSEMBLY}), and for good once its life is over
 * ({@code BATTERY_ENDED}).
 */
public sealed interface EndOfLifeCommand<R> extends Command<R> {
    /** Most batteries that one transaction reaches, parts included. */
    int BATTERIES_MAX = 1_000;

    @Override
    default String contract() {
        return "endoflife";
    }

    /**
     * An accredited collector takes a battery back from its user. The battery becomes waste and the collector its holder. If a
     * hand-in code was set when the battery was put into service, the code is in the transient map under
     * {@link org.voltrail.model.battery.HandInCode#TRANSIENT_KEY}; whoever holds the battery already needs no code. A battery that
     * was declared waste and has no code changes hands by an offer, unless the collector holds it.
     *
     * <p>Refusals: {@code ROLE_REQUIRED} (collector), {@code NOT_ACCREDITED} (scope collection), {@code WRONG_STAGE} (neither in
     * service nor waste), {@code HAND_IN_CODE}, {@code NOT_HOLDER}, {@code OUT_OF_RANGE} (date).
     *
     * @param battery id of the battery
     * @param collectedOn when, {@code yyyy-MM-dd}; not before manufacture, not after the transaction
     * @param place collection point: name or GLN, at most 128 characters
     */
    record Collect(String battery, String collectedOn, String place) implements EndOfLifeCommand<BatteryReceipt> {
        @Override
        public Class<BatteryReceipt> resultType() {
            return BatteryReceipt.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.date("collectedOn", collectedOn);
            check.text("place", place, 128);
        }
    }

    /**
     * Records what a treatment facility took out of a waste battery before recycling: housing, cables, electronics. The masses no
     * longer count as input of a recycling lot. Parts with a record of their own are taken out with
     * {@link org.voltrail.model.battery.BatteryCommand.Disassemble}, not here. May be repeated.
     *
     * <p>Refusals: {@code ROLE_REQUIRED} (recycler), {@code NOT_ACCREDITED} (scope dismantling), {@code NOT_HOLDER},
     * {@code WRONG_STAGE} (not waste), {@code MASS_BALANCE} (more than the battery is made of), {@code OUT_OF_RANGE} (date).
     *
     * @param battery id of the battery
     * @param dismantledOn when, {@code yyyy-MM-dd}
     * @param place facility: name or GLN, at most 128 characters
     * @param removedMg mass taken out in mg, by material; may be empty
     */
    record Dismantle(String battery, String dismantledOn, String place, Map<Material, Long> removedMg)
            implements EndOfLifeCommand<BatteryReceipt> {
        /** Copies the map. */
        public Dismantle {
            removedMg = Copies.sortedMap(removedMg);
        }

        @Override
        public Class<BatteryReceipt> resultType() {
            return BatteryReceipt.class;
        }

        @Override
        public void validate(Check check) {
            PassportId.parse(check, "battery", battery);
            check.date("dismantledOn", dismantledOn);
            check.text("place", place, 128);
            removedMg.forEach((material, mass) -> check.at("removedMg").range(material.name(), mass, 1, MassAccount.MASS_MAX_MG));
        }
    }

    /**
     * Opens a recycling lot.
     *
     * <p>Refusals: {@code ROLE_REQUIRED} (recycler), {@code NOT_ACCREDITED} (scope recycling).
     *
     * @param plan what the recycler says about it
     */
    record OpenLot(LotPlan plan) implements EndOfLifeCommand<Lot> {
        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.nested("plan", plan);
        }
    }

    /**
     * Puts waste batteries into a lot, with all parts that are built into them. The recycler holds all of them. There is no way out
     * of a lot.
     *
     * <p>Refusals: {@code LOT_NOT_FOUND}, {@code LOT_CLOSED}, {@code NOT_OWNER}, {@code NOT_ACCREDITED} (scope recycling, category),
     * {@code BATTERY_NOT_FOUND}, {@code NOT_HOLDER}, {@code WRONG_STAGE} (not waste, or in a lot), {@code INVALID_FIELD} (family does
     * not fit the lot), {@code DUPLICATE_IN_BATCH}, {@code BATCH_TOO_LARGE}.
     *
     * @param lotId the lot
     * @param batteries ids, with their parts at most 1,000
     */
    record AddToLot(String lotId, List<String> batteries) implements EndOfLifeCommand<Lot> {
        /** Copies the list. */
        public AddToLot {
            batteries = Copies.list(batteries);
        }

        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
            BatteryIds.validate(check, "batteries", batteries, BATTERIES_MAX);
        }
    }

    /**
     * Records material that came out of a lot.
     *
     * <p>Refusals: {@code LOT_NOT_FOUND}, {@code LOT_CLOSED}, {@code NOT_OWNER}, {@code NOT_ACCREDITED}, {@code MASS_BALANCE} (more
     * than went in, altogether or of this material).
     *
     * @param lotId the lot
     * @param outputs fractions, at most 100
     * @param document weighing ticket or similar, at most 128 characters
     */
    record RecordOutput(String lotId, List<LotOutput> outputs, @Nullable String document) implements EndOfLifeCommand<Lot> {
        /** Copies the list. */
        public RecordOutput {
            outputs = Copies.list(outputs);
        }

        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
            check.size("outputs", outputs, 100);
            check.each("outputs", outputs);
            check.optionalText("document", document, 128);
        }
    }

    /**
     * Closes a lot: outputs and loss must add up to the input within {@link MassAccount#TOLERANCE_PERMILLE}. Computes efficiency and
     * recovery, issues a credit for each recycled material, and records the recycling for as many batteries as one transaction
     * reaches. If the lot is then {@code CLOSED} and not {@code SETTLED}, go on with {@link SettleLot}.
     *
     * <p>Refusals: {@code LOT_NOT_FOUND}, {@code LOT_CLOSED}, {@code NOT_OWNER}, {@code NOT_ACCREDITED}, {@code WRONG_STAGE} (no
     * batteries in the lot), {@code MASS_BALANCE}, {@code OUT_OF_RANGE} (date).
     *
     * @param lotId the lot
     * @param processedOn day on which processing was complete, {@code yyyy-MM-dd}; not before the lot's start, not after the
     *     transaction
     * @param lossMg mass that is neither input nor output any more, in mg: evaporated, burnt, dust
     */
    record CloseLot(String lotId, String processedOn, long lossMg) implements EndOfLifeCommand<Lot> {
        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
            check.date("processedOn", processedOn);
            check.range("lossMg", lossMg, 0, MassAccount.MASS_MAX_MG);
        }
    }

    /**
     * Records the recycling for the next batteries of a closed lot. Repeat until the lot is {@code SETTLED}.
     *
     * <p>Refusals: {@code LOT_NOT_FOUND}, {@code NOT_OWNER}, {@code WRONG_STAGE} (the lot is open, or settled).
     *
     * @param lotId the lot
     */
    record SettleLot(String lotId) implements EndOfLifeCommand<Lot> {
        @Override
        public Class<Lot> resultType() {
            return Lot.class;
        }

        @Override
        public void validate(Check check) {
            check.id("lotId", lotId);
        }
    }

    /**
     * Hands recovered material on. The receiver gets a credit of its own for it.
     *
     * <p>Refusals: {@code CREDIT_NOT_FOUND}, {@code NOT_OWNER}, {@code CREDIT_SPENT}, {@code UNKNOWN_PARTICIPANT} (receiver),
     * {@code INVALID_FIELD} (to oneself).
     *
     * @param creditId the credit
     * @param to MSP id of the receiver
     * @param massMg mass in mg, 1 to 9·10^15; null for all that remains
     */
    record TransferCredit(String creditId, String to, @Nullable Long massMg) implements EndOfLifeCommand<CreditTransfer> {
        @Override
        public Class<CreditTransfer> resultType() {
            return CreditTransfer.class;
        }

        @Override
        public void validate(Check check) {
            check.id("creditId", creditId);
            check.msp("to", to);
            check.optionalRange("massMg", massMg, 1, MassAccount.MASS_MAX_MG);
        }
    }

    /**
     * Claims recovered material as recycled content of new batteries (Regulation (EU) 2023/1542 Art. 8). The manufacturer of the
     * batteries only, before it puts them into service or hands them over; all claims or none.
     *
     * <p>Refusals: {@code ROLE_REQUIRED} (manufacturer), {@code BATTERY_NOT_FOUND}, {@code NOT_MANUFACTURER}, {@code NOT_HOLDER},
     * {@code WRONG_STAGE} (not new), {@code CREDIT_NOT_FOUND}, {@code NOT_OWNER}, {@code CREDIT_SPENT}, {@code INVALID_FIELD} (the
     * battery's composition does not have the material), {@code OUT_OF_RANGE} (more recycled than there is of it in the battery),
     * {@code BATCH_TOO_LARGE}.
     *
     * @param claims at most 1,000
     */
    record ClaimRecycledContent(List<ContentClaim> claims) implements EndOfLifeCommand<ClaimSummary> {
        /** Copies the list. */
        public ClaimRecycledContent {
            claims = Copies.list(claims);
        }

        @Override
        public Class<ClaimSummary> resultType() {
            return ClaimSummary.class;
        }

        @Override
        public void validate(Check check) {
            check.size("claims", claims, BATTERIES_MAX);
            check.each("claims", claims);
        }
    }

    /**
     * Disposes of waste batteries that cannot be recycled, with all parts that are built into them. Terminal.
     *
     * <p>Refusals: {@code ROLE_REQUIRED} (recycler), {@code NOT_ACCREDITED} (scope disposal), {@code BATTERY_NOT_FOUND},
     * {@code NOT_HOLDER}, {@code WRONG_STAGE} (not waste, or in a lot), {@code OUT_OF_RANGE} (date), {@code DUPLICATE_IN_BATCH},
     * {@code BATCH_TOO_LARGE}.
     *
     * @param batteries ids, with their parts at most 1,000
     * @param disposal how and why
     */
    record Dispose(List<String> batteries, Disposal disposal) implements EndOfLifeCommand<DisposalSummary> {
        /** Copies the list. */
        public Dispose {
            batteries = Copies.list(batteries);
        }

        @Override
        public Class<DisposalSummary> resultType() {
            return DisposalSummary.class;
        }

        @Override
        public void validate(Check check) {
            BatteryIds.validate(check, "batteries", batteries, BATTERIES_MAX);
            check.nested("disposal", disposal);
        }
    }
}
