package org.voltrail.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.voltrail.model.Actor;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.json.CanonicalJson;

/** Batteries and histories for tests. */
public final class Fixtures {

    public static final String BATTERY = "https://id.example.org/01/09506000134352/21/A1";

    public static final Specification SPECIFICATION = new Specification(Category.EV, Level.PACK, Chemistry.NMC, "P75", null,
            "2026-05-04", "Example", 410_000, 210_000, 355_000, 74_550, Map.of(), null, null);

    private Fixtures() {}

    /** A battery whose record ends in an event. */
    public static Battery battery(long seq, String head) {
        return CanonicalJson.read("""
                {"id":"%s","specification":%s,
                 "parties":{"manufacturer":"ManufacturerMSP","operator":"ManufacturerMSP","holder":"CarrierMSP"},
                 "status":"original","stage":"in-service","condition":"sound","seq":%d,"head":"%s"}
                """.formatted(BATTERY, CanonicalJson.writeString(SPECIFICATION), seq, head), Battery.class);
    }

    /** A chain of events from the first on. */
    public static List<BatteryEvent> chain(int length) {
        List<BatteryEvent> events = new ArrayList<>();
        String prev = BatteryHead.GENESIS;
        for (int seq = 1; seq <= length; seq++) {
            BatteryEvent event = new BatteryEvent(1, "battery.declared-waste.v1", BATTERY, seq, prev, "tx" + seq,
                    "2026-05-04T10:00:00Z", new Actor("ManufacturerMSP", "clerk"),
                    JsonNodeFactory.instance.objectNode().put("reason", "number " + seq));
            events.add(event);
            prev = event.hash();
        }
        return events;
    }
}
