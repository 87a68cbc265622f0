package org.voltrail.contract.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Level;

class HashChainPropertyTest {
    @Property(tries = 60)
    void aChangedHiddenOrExchangedEventShowsInTheHead(
            @ForAll @IntRange(min = 3, max = 9) int length, @ForAll @IntRange(max = 8) int any, @ForAll @IntRange(max = 2) int kind) {
        Scene scene = new Scene();
        String id = scene.pack().id();
        for (int i = 1; i < length; i++) {
            scene.ledger.submit(Scene.MAKER, new BatteryCommand.Correct(id, Scene.specification(Level.PACK), "correction " + i));
        }
        List<BatteryEvent> events = scene.ledger.evaluate(Scene.MAKER, new BatteryQuery.History(id, 100, false, null)).events();
        String head = scene.battery(id).head();

        assertThat(vouchedFor(events, head)).isTrue();
        assertThat(vouchedFor(forged(events, any % length, kind), head)).isFalse();
    }

    private static boolean vouchedFor(List<BatteryEvent> events, String head) {
        String last = BatteryHead.GENESIS;
        for (BatteryEvent event : events) {
            if (!event.prev().equals(last)) {
                return false;
            }
            last = event.hash();
        }
        return last.equals(head);
    }

    private static List<BatteryEvent> forged(List<BatteryEvent> events, int at, int kind) {
        List<BatteryEvent> forged = new ArrayList<>(events);
        switch (kind) {
            case 0 -> forged.remove(at);
            case 1 -> forged.set(at, later(events.get(at)));
            default -> java.util.Collections.swap(forged, at, (at + 1) % events.size());
        }
        return forged;
    }

    private static BatteryEvent later(BatteryEvent event) {
        return new BatteryEvent(
                event.v(), event.type(), event.battery(), event.seq(), event.prev(), event.txId(), "2027-01-01T00:00:00Z", event.actor(), event.data());
    }
}
