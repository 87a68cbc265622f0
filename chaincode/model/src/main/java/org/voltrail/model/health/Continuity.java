package org.voltrail.model.health;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;

/**
 * Compares a test with an earlier recorded one of the same battery: initial values are stated once and for all, and counters
 * never run backwards. Otherwise a tester could make a battery young again.
 */
public final class Continuity {
    private final Check check;
    private final Measurements stated;
    private final Measurements known;
    private final boolean newer;

    private Continuity(Check check, Measurements stated, Measurements known, boolean newer) {
        this.check = check;
        this.stated = stated;
        this.known = known;
        this.newer = newer;
    }

    /**
     * Refuses what contradicts the known test.
     *
     * @param check path of the measurements
     * @param report the new test
     * @param known the battery's latest recorded test
     * @throws org.voltrail.model.LedgerException {@code OUT_OF_RANGE} with the known value as expected
     */
    public static void check(Check check, TestReport report, HealthTest known) {
        boolean newer = !Instant.parse(report.testedAt()).isBefore(Instant.parse(known.report().testedAt()));
        new Continuity(check, report.measurements(), known.report().measurements(), newer).all();
        if (!newer) {
            nothingNew(check, report.measurements().negativeEvents(), known.negativeEvents());
        }
    }

    /** A late report of an old test does not become the latest; an event that only it knows would never count for a grade. */
    private static void nothingNew(Check check, List<NegativeEvent> stated, List<NegativeEvent> known) {
        if (!known.containsAll(stated)) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "negativeEvents", "A test older than the latest one cannot add negative events.")
                    .comparing(known, stated)
                    .advising("Test the battery again and report the events then.")
                    .exception();
        }
    }

    private void all() {
        initial("powerCapabilityMw", Measurements::powerCapabilityMw);
        initial("roundTripEfficiencyPermille", Measurements::roundTripEfficiencyPermille);
        initial("selfDischargePermillePerMonth", Measurements::selfDischargePermillePerMonth);
        initial("ohmicResistanceMicroohm", Measurements::ohmicResistanceMicroohm);
        counters(stated.usage(), known.usage());
    }

    private void initial(String field, Function<Measurements, @Nullable Evolution> quantity) {
        Long now = initialOf(quantity.apply(stated));
        Long before = initialOf(quantity.apply(known));
        if (now != null && before != null && !now.equals(before)) {
            throw check.at(field)
                    .error(ErrorCode.OUT_OF_RANGE, "initial", "An earlier test states another initial value.")
                    .comparing(before, now)
                    .exception();
        }
    }

    private static @Nullable Long initialOf(@Nullable Evolution value) {
        return value == null ? null : value.initial();
    }

    private void counters(@Nullable Usage now, @Nullable Usage before) {
        if (now == null || before == null) {
            return;
        }
        counter("energyThroughputWh", now.energyThroughputWh(), before.energyThroughputWh());
        counter("capacityThroughputMah", now.capacityThroughputMah(), before.capacityThroughputMah());
        counter("fullEquivalentCycles", now.fullEquivalentCycles(), before.fullEquivalentCycles());
        counter("deepDischarges", now.deepDischarges(), before.deepDischarges());
        counter("overcharges", now.overcharges(), before.overcharges());
    }

    private void counter(String field, @Nullable Long now, @Nullable Long before) {
        if (now == null || before == null || (newer ? now >= before : now <= before)) {
            return;
        }
        throw check.at("usage")
                .error(ErrorCode.OUT_OF_RANGE, field, "The counter runs backwards compared with another recorded test.")
                .comparing((newer ? "at least " : "at most ") + before, now)
                .exception();
    }
}
