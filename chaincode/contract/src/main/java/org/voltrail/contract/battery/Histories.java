package org.voltrail.contract.battery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryPage;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;

/** Pages of events and of batteries. An event's number is its bookmark. */
final class Histories {
    private Histories() {}

    static HistoryPage history(LedgerView view, BatteryQuery.History query) {
        Battery battery = view.battery(query.battery());
        return query.newestFirst() ? newest(view, battery, query) : oldest(view, battery, query);
    }

    private static HistoryPage oldest(LedgerView view, Battery battery, BatteryQuery.History query) {
        long first = query.bookmark() == null ? 1 : number(query.bookmark());
        long next = Math.min(first + query.size(), battery.seq() + 1);
        List<BatteryEvent> events = events(view, battery, first, next);
        return new HistoryPage(events, next > battery.seq() ? null : Long.toString(next), battery.seq());
    }

    private static HistoryPage newest(LedgerView view, Battery battery, BatteryQuery.History query) {
        long last = query.bookmark() == null ? battery.seq() : Math.min(number(query.bookmark()), battery.seq());
        long first = Math.max(1, last - query.size() + 1);
        List<BatteryEvent> events = new ArrayList<>(events(view, battery, first, last + 1));
        Collections.reverse(events);
        return new HistoryPage(events, first == 1 ? null : Long.toString(first - 1), battery.seq());
    }

    private static List<BatteryEvent> events(LedgerView view, Battery battery, long first, long end) {
        return first < end ? view.events(battery.id(), first, (int) (end - first)) : List.of();
    }

    private static long number(@Nullable String bookmark) {
        try {
            return Math.max(1, Long.parseLong(String.valueOf(bookmark)));
        } catch (NumberFormatException e) {
            throw Check.root().error(ErrorCode.INVALID_FIELD, "bookmark", "Not a bookmark of a history.").exception();
        }
    }

    static BatteryPage list(LedgerView view, BatteryQuery.List query) {
        String from = query.bookmark() == null ? null : Keys.of("battery", query.bookmark());
        LedgerView.Slice<Battery> slice = view.page(Battery.class, query.size(), from, (key, battery) -> battery, "battery");
        return new BatteryPage(slice.entries(), slice.next() == null ? null : Keys.attributes(slice.next()).get(0));
    }
}
