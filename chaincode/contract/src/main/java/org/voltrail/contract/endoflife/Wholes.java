package org.voltrail.contract.endoflife;

import java.util.ArrayList;
import java.util.List;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.EndOfLifeCommand;

/** Waste batteries in the caller's hands, with all that is built into them. */
final class Wholes {
    private Wholes() {}

    /**
     * A battery that shares the fate of a whole.
     *
     * @param battery the battery
     * @param inside whether it is built into another one
     */
    record Member(Battery battery, boolean inside) {}

    /**
     * The named batteries and their parts, which are at most {@link EndOfLifeCommand#BATTERIES_MAX} in all.
     *
     * @throws org.voltrail.model.LedgerException if one is not waste, not held by the caller, or not free
     */
    static List<Member> of(LedgerTransaction transaction, List<String> ids) {
        List<Member> members = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        transaction.prefetch(ids.stream().map(Keys::battery).toList());
        for (String id : ids) {
            Battery battery = transaction.battery(id);
            Guard.of(transaction, battery).freeInHand().stage(Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
            members.add(new Member(battery, false));
            parts.addAll(battery.parts());
        }
        addParts(transaction, members, parts);
        return members;
    }

    /** Level by level: packs hold modules, modules hold cells. */
    private static void addParts(LedgerTransaction transaction, List<Member> members, List<String> ids) {
        List<String> level = ids;
        while (!level.isEmpty()) {
            demandFits(members.size() + level.size());
            transaction.prefetch(level.stream().map(Keys::battery).toList());
            List<String> next = new ArrayList<>();
            for (String id : level) {
                Battery part = transaction.battery(id);
                Guard.of(transaction, part).notEnded().notOnHold();
                members.add(new Member(part, true));
                next.addAll(part.parts());
            }
            level = next;
        }
    }

    private static void demandFits(int count) {
        if (count > EndOfLifeCommand.BATTERIES_MAX) {
            throw Check.root()
                    .at("command")
                    .error(ErrorCode.BATCH_TOO_LARGE, "batteries", "Too many batteries for one transaction, parts included.")
                    .comparing("at most " + EndOfLifeCommand.BATTERIES_MAX, count)
                    .advising("Split the request, or take parts out first.")
                    .exception();
        }
    }
}
