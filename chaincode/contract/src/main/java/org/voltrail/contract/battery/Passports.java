package org.voltrail.contract.battery;

import java.util.Set;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.Role;
import org.voltrail.model.access.AccessTable;
import org.voltrail.model.access.PassportView;
import org.voltrail.model.access.Reader;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Parties;

/** The passport as its reader may see it. */
final class Passports {
    private Passports() {}

    static PassportView passport(LedgerView view, BatteryQuery.Passport query) {
        Battery battery = view.battery(query.battery());
        return AccessTable.standard().view(battery, reader(view, battery.parties()), view.time().substring(0, 10));
    }

    private static Reader reader(LedgerView view, Parties parties) {
        boolean party = parties.manufacturer().equals(view.msp())
                || parties.operator().equals(view.msp())
                || parties.holder().equals(view.msp());
        return party ? Reader.PARTY : AccessTable.standard().reader(roles(view));
    }

    private static Set<Role> roles(LedgerView view) {
        return Set.copyOf(view.caller().roles().stream().filter(view::hasRole).toList());
    }
}
