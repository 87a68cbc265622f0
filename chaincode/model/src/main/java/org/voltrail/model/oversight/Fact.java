package org.voltrail.model.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;

/**
 * A fact as the clocks see it.
 *
 * @param happened day on which it happened
 * @param recorded when it was recorded for the battery; null if it is known to have happened but not recorded yet
 * @param party MSP id of the organisation that recorded it or has to, if known
 */
public record Fact(LocalDate happened, @Nullable Instant recorded, @Nullable String party) {
    /** The facts recorded for a battery. */
    public static Map<Milestone, Fact> of(Battery battery, ZoneOffset zone) {
        Map<Milestone, Fact> facts = new EnumMap<>(Milestone.class);
        battery.milestones().forEach((milestone, time) -> facts.put(milestone, recorded(battery.origins().get(milestone), time, zone)));
        return facts;
    }

    private static Fact recorded(@Nullable Origin origin, String time, ZoneOffset zone) {
        Instant instant = Instant.parse(time);
        String on = origin == null ? null : origin.on();
        String party = origin == null ? null : origin.by();
        return new Fact(on == null ? LocalDate.ofInstant(instant, zone) : LocalDate.parse(on), instant, party);
    }

    /** A fact that has happened but is not recorded for the battery. */
    public static Fact unrecorded(LocalDate happened, String party) {
        return new Fact(happened, null, party);
    }
}
