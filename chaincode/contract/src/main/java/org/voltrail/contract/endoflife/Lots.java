package org.voltrail.contract.endoflife;

import java.util.ArrayList;
import java.util.List;
import org.voltrail.contract.endoflife.Wholes.Member;
import org.voltrail.contract.ledger.Ids;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotInput;
import org.voltrail.model.endoflife.LotIntake;
import org.voltrail.model.endoflife.LotIntakePage;
import org.voltrail.model.endoflife.LotPage;
import org.voltrail.model.json.WireNames;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationScope;

/** Recycling lots while they are open. */
final class Lots {
    private static final String TYPE = "lot";
    private static final String INDEX = "lot-of";
    private static final String INTAKE = "lot-intake";

    private Lots() {}

    static Lot open(LedgerTransaction transaction, EndOfLifeCommand.OpenLot command) {
        transaction.requireRole(Role.RECYCLER);
        Accreditations.require(transaction, AccreditationScope.RECYCLING);
        Lot lot = Lot.open(Ids.derived(transaction, TYPE), transaction.msp(), command.plan(), transaction.time());
        transaction.put(key(lot.lotId()), lot, lot.owner(), transaction.authority());
        transaction.mark(Keys.of(INDEX, lot.owner(), lot.lotId()));
        transaction.emit(new EndOfLifeFact.LotOpened(lot));
        return lot;
    }

    static List<String> keys(EndOfLifeCommand.AddToLot command, String msp) {
        List<String> keys = new ArrayList<>(keys(command.lotId(), msp));
        command.batteries().forEach(id -> keys.add(Keys.battery(id)));
        return keys;
    }

    static List<String> keys(EndOfLifeCommand.RecordOutput command, String msp) {
        return keys(command.lotId(), msp);
    }

    private static List<String> keys(String lotId, String msp) {
        return List.of(key(lotId), Accreditations.key(msp, AccreditationScope.RECYCLING));
    }

    static Lot add(LedgerTransaction transaction, EndOfLifeCommand.AddToLot command) {
        Lot lot = working(transaction, command.lotId());
        Accreditation accreditation = Accreditations.require(transaction, AccreditationScope.RECYCLING);
        List<Member> members = Wholes.of(transaction, command.batteries());
        members.stream().filter(member -> !member.inside()).forEach(member -> demandFits(lot, accreditation, member.battery()));
        List<LotInput> inputs = members.stream().map(Lots::input).toList();
        LotIntake intake = new LotIntake(lot.lotId(), lot.intakes() + 1, inputs.stream().map(Lots::entry).toList(), transaction.time());
        Lot filled = lot.filled(members.size(), lot.masses().plusInputs(inputs));
        members.forEach(member -> enter(transaction, lot, member));
        transaction.put(intakeKey(lot.lotId(), intake.number()), intake);
        put(transaction, filled);
        transaction.emit(new EndOfLifeFact.LotFilled(filled, intake));
        return filled;
    }

    private static void demandFits(Lot lot, Accreditation accreditation, Battery battery) {
        Accreditations.requireCovered(accreditation, battery);
        if (battery.specification().chemistry().family() != lot.plan().family()) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.INVALID_FIELD, "batteries", "The battery's chemistry does not fit the lot. (" + battery.id() + ")")
                    .comparing(WireNames.of(lot.plan().family()), WireNames.of(battery.specification().chemistry()))
                    .exception();
        }
    }

    private static LotInput input(Member member) {
        return member.inside() ? LotInput.inside(member.battery().id()) : LotInput.of(member.battery());
    }

    private static LotIntake.Entry entry(LotInput input) {
        return new LotIntake.Entry(input.battery(), input.massMg());
    }

    private static void enter(LedgerTransaction transaction, Lot lot, Member member) {
        Battery battery = member.battery();
        Battery after = battery.edit()
                .holder(lot.owner())
                .stage(Stage.IN_LOT)
                .status(Status.WASTE)
                .lotId(lot.lotId())
                .milestone(Milestone.LOT_ENTERED, transaction.time(), new Origin(lot.owner(), null))
                .build();
        transaction.record(battery, after, new EndOfLifeFact.EnteredLot(lot.lotId(), input(member).massMg()));
    }

    static Lot recordOutput(LedgerTransaction transaction, EndOfLifeCommand.RecordOutput command) {
        Lot lot = working(transaction, command.lotId());
        Accreditations.require(transaction, AccreditationScope.RECYCLING);
        Lot after = lot.with(lot.masses().plusOutputs(command.outputs()));
        put(transaction, after);
        transaction.emit(new EndOfLifeFact.OutputRecorded(after, command.outputs(), command.document()));
        return after;
    }

    /** The caller's open lot. */
    static Lot working(LedgerTransaction transaction, String lotId) {
        Lot lot = owned(transaction, lotId);
        if (lot.state() != Lot.State.OPEN) {
            throw LedgerError.of(ErrorCode.LOT_CLOSED, "The lot is closed.").comparing(lotId, lot.closedAt()).exception();
        }
        return lot;
    }

    /** The caller's lot. */
    static Lot owned(LedgerTransaction transaction, String lotId) {
        transaction.requireRole(Role.RECYCLER);
        Lot lot = find(transaction, lotId);
        if (!lot.owner().equals(transaction.msp())) {
            throw LedgerError.of(ErrorCode.NOT_OWNER, "The lot is another recycler's.").comparing(lot.owner(), transaction.msp()).exception();
        }
        return lot;
    }

    static void put(LedgerTransaction transaction, Lot lot) {
        transaction.put(key(lot.lotId()), lot);
    }

    private static Lot find(LedgerView view, String lotId) {
        return view.find(key(lotId), Lot.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.LOT_NOT_FOUND, "No lot has this id.").comparing(null, lotId).exception());
    }

    private static String key(String lotId) {
        return Keys.of(TYPE, lotId);
    }

    static String intakeKey(String lotId, int number) {
        return Keys.of(INTAKE, lotId, Keys.sequence(number));
    }

    static Lot get(LedgerView view, EndOfLifeQuery.GetLot query) {
        return find(view, query.lotId());
    }

    static LotPage list(LedgerView view, EndOfLifeQuery.Lots query) {
        Slice<Lot> page = Paging.indexed(view, Lot.class, Lots::key, query.size(), query.bookmark(), INDEX, query.owner());
        return new LotPage(page.entries(), page.next());
    }

    static LotIntakePage batteries(LedgerView view, EndOfLifeQuery.LotBatteries query) {
        find(view, query.lotId());
        Slice<LotIntake> page = Paging.page(view, LotIntake.class, query.size(), query.bookmark(), INTAKE, query.lotId());
        return new LotIntakePage(page.entries(), page.next());
    }
}
