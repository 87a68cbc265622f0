package org.voltrail.model.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.oversight.Deadline.State;
import org.voltrail.model.testing.Batteries;

class DeadlineClockTest {
    private final DeadlineRules china = DeadlineRules.defaults("CN").orElseThrow();
    private final DeadlineRules europe = DeadlineRules.defaults("EU").orElseThrow();
    private final Map<Milestone, Fact> facts = new EnumMap<>(Milestone.class);

    private Deadline read(DeadlineRules rules, String id, String asOf) {
        return new DeadlineClock(rules.calendar(), facts, Map.of("CarrierMSP", Set.of(Role.CARRIER)), Instant.parse(asOf))
                .read(rules.rules()).stream().filter(deadline -> deadline.rule().equals(id)).findFirst().orElseThrow();
    }

    private boolean applies(DeadlineRules rules, String id) {
        return new DeadlineClock(rules.calendar(), facts, Map.of("CarrierMSP", Set.of(Role.CARRIER)), Instant.parse("2026-03-01T00:00:00Z"))
                .read(rules.rules()).stream().anyMatch(deadline -> deadline.rule().equals(id));
    }

    private void happened(Milestone milestone, String on, String recorded, String party) {
        facts.put(milestone, new Fact(LocalDate.parse(on), Instant.parse(recorded), party));
    }

    @Test
    void aCollectionRecordedAtOnceIsInTime() {
        happened(Milestone.COLLECTED, "2026-03-02", "2026-03-02T03:00:00Z", "RecyclerMSP");
        Deadline deadline = read(china, "cn-2018-11-collection", "2026-03-03T00:00:00Z");
        assertThat(deadline.state()).isEqualTo(State.MET);
        assertThat(deadline.party()).isEqualTo("RecyclerMSP");
        assertThat(deadline.stoppedOn()).isEqualTo("2026-03-02");
    }

    @Test
    void aCollectionRecordedMonthsLaterIsTooLate() {
        happened(Milestone.COLLECTED, "2026-03-02", "2026-06-02T03:00:00Z", "RecyclerMSP");
        assertThat(read(china, "cn-2018-11-collection", "2026-06-03T00:00:00Z").state()).isEqualTo(State.MISSED);
    }

    @Test
    void theIntakeClockRunsUntilTheBatteryEntersALot() {
        happened(Milestone.DECLARED_WASTE, "2026-03-01", "2026-03-01T03:00:00Z", "ManufacturerMSP");
        happened(Milestone.CUSTODY_ACCEPTED, "2026-03-02", "2026-03-02T03:00:00Z", "RecyclerMSP");
        Deadline running = read(china, "cn-2018-15-intake", "2026-03-03T00:00:00Z");
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.dueOn()).isEqualTo("2026-04-14");
        assertThat(running.daysLeft()).isEqualTo(42);
        assertThat(read(china, "cn-2018-15-intake", "2026-04-15T00:00:00Z").state()).isEqualTo(State.OVERDUE);
        happened(Milestone.LOT_ENTERED, "2026-04-01", "2026-04-01T03:00:00Z", "RecyclerMSP");
        assertThat(read(china, "cn-2018-15-intake", "2026-06-01T00:00:00Z").state()).isEqualTo(State.MET);
    }

    @Test
    void aHandoverBeforeTheBatteryWasWasteStartsNoIntakeClock() {
        happened(Milestone.CUSTODY_ACCEPTED, "2020-03-02", "2020-03-02T03:00:00Z", "RecyclerMSP");
        happened(Milestone.DECLARED_WASTE, "2026-03-01", "2026-03-01T03:00:00Z", "ManufacturerMSP");
        assertThat(applies(china, "cn-2018-15-intake")).isFalse();
    }

    @Test
    void aCarrierIsNotBoundByARecyclersDuty() {
        happened(Milestone.DECLARED_WASTE, "2026-03-01", "2026-03-01T03:00:00Z", "ManufacturerMSP");
        happened(Milestone.CUSTODY_ACCEPTED, "2026-03-02", "2026-03-02T03:00:00Z", "CarrierMSP");
        assertThat(applies(china, "cn-2018-15-intake")).isFalse();
    }

    @Test
    void processingThatIsNotRecordedYetIsDue() {
        facts.put(Milestone.RECYCLED, Fact.unrecorded(LocalDate.parse("2026-03-02"), "RecyclerMSP"));
        assertThat(read(china, "cn-2018-15-processing", "2026-03-10T00:00:00Z").state()).isEqualTo(State.RUNNING);
        assertThat(read(china, "cn-2018-15-processing", "2026-05-10T00:00:00Z").state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void aDayEndsAtMidnightInTheJurisdiction() {
        facts.put(Milestone.RECYCLED, Fact.unrecorded(LocalDate.parse("2026-03-02"), "RecyclerMSP"));
        String due = read(china, "cn-2018-15-processing", "2026-03-10T00:00:00Z").dueOn();
        assertThat(read(china, "cn-2018-15-processing", due + "T15:59:59Z").state()).isEqualTo(State.RUNNING);
        assertThat(read(china, "cn-2018-15-processing", due + "T16:00:00Z").state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void aDeadlineBeyondTheKnownHolidaysIsProvisional() {
        happened(Milestone.COLLECTED, "2026-12-20", "2026-12-20T03:00:00Z", "RecyclerMSP");
        assertThat(read(china, "cn-2018-11-collection", "2026-12-21T00:00:00Z").provisional()).isTrue();
    }

    @Test
    void wasteIsNotStoredForMoreThanThreeYears() {
        happened(Milestone.DECLARED_WASTE, "2026-03-02", "2026-03-02T08:00:00Z", "RecyclerMSP");
        Deadline deadline = read(europe, "eu-1999-31-storage", "2029-03-03T08:00:00Z");
        assertThat(deadline.dueOn()).isEqualTo("2029-03-02");
        assertThat(deadline.state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void theDateThatAnOrganisationStatesStartsTheClockAndNotTheRecording() {
        Battery battery = Batteries.of(Batteries.pack())
                .edit()
                .milestone(Milestone.COLLECTED, "2026-03-10T20:00:00.000Z", new Origin("RecyclerMSP", "2026-03-02"))
                .milestone(Milestone.TESTED, "2026-03-10T20:00:00.000Z")
                .build();
        Map<Milestone, Fact> found = Fact.of(battery, china.calendar().zone());
        assertThat(found.get(Milestone.COLLECTED).happened()).isEqualTo("2026-03-02");
        assertThat(found.get(Milestone.TESTED).happened()).isEqualTo("2026-03-11");
    }
}
