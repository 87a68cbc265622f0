package org.voltrail.model.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.testing.Batteries;
import org.voltrail.model.testing.Reports;

class PlausibilityTest {
    private static LedgerError refusal(Specification rated, Measurements measured) {
        return Assertions.catchThrowableOfType(LedgerException.class, () -> {
                    measured.validate(Check.root());
                    Plausibility.check(Check.root(), rated, measured);
                })
                .error();
    }

    @Test
    void aPackThatIsSlightlyBetterThanRatedIsPlausible() {
        assertThatCode(() -> Plausibility.check(Check.root(), Batteries.pack(), Reports.packAt(1_100))).doesNotThrowAnyException();
    }

    @Test
    void aCapacityInTheWrongUnitIsRefused() {
        LedgerError error = refusal(Batteries.store(), Measurements.capacity(85_000_000));
        assertThat(error.code()).isEqualTo(ErrorCode.OUT_OF_RANGE);
        assertThat(error.field()).isEqualTo("remainingCapacityMah");
        assertThat(error.expected()).isEqualTo("at most 110000 mAh");
    }

    @Test
    void aNegativeCapacityIsRefused() {
        assertThat(refusal(Batteries.store(), Measurements.capacity(-1)).code()).isEqualTo(ErrorCode.OUT_OF_RANGE);
    }

    @Test
    void aVehiclePackNeedsItsEnergy() {
        LedgerError error = refusal(Batteries.pack(), Measurements.capacity(120_000));
        assertThat(error.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(error.field()).isEqualTo("remainingEnergyWh");
    }

    @Test
    void energyAndCapacityMustFitTheNominalVoltage() {
        assertThat(refusal(Batteries.pack(), Reports.pack(150_000, 30_000L)).field()).isEqualTo("remainingEnergyWh");
    }

    @Test
    void aSmallCellIsSparedTheRoundingOfItsEnergy() {
        assertThatCode(() -> Plausibility.check(Check.root(), Batteries.cell(), Reports.pack(1_600, 5L))).doesNotThrowAnyException();
    }

    @Test
    void aResistanceThirtyTimesTheInitialIsRefused() {
        assertThat(refusal(Batteries.pack(), Reports.withResistance(Reports.packAt(900), 1_000L, 30_000)).field())
                .isEqualTo("ohmicResistanceMicroohm.current");
    }

    @Test
    void anEfficiencyAboveOneHundredPercentIsRefused() {
        Measurements measured = new Measurements(90_000, null, null, new Evolution(null, 1_001), null, null, null, null, List.of());
        assertThat(refusal(Batteries.store(), measured).field()).isEqualTo("roundTripEfficiencyPermille.current");
    }

    @Test
    void anEfficiencyThatHasGrownIsRefused() {
        Measurements measured = new Measurements(90_000, null, null, new Evolution(800L, 900), null, null, null, null, List.of());
        assertThat(refusal(Batteries.store(), measured).field()).isEqualTo("roundTripEfficiencyPermille.current");
    }

    @Test
    void aThroughputThatDoesNotFitTheCyclesIsRefused() {
        Usage usage = new Usage(null, 150_000L * 1_000 * 1_000, 1_000L, null, null, null);
        assertThat(refusal(Batteries.pack(), Reports.withUsage(Reports.packAt(900), usage)).field()).isEqualTo("usage.capacityThroughputMah");
    }

    @Test
    void aWarmestReadingColderThanTheColdestIsRefused() {
        Measurements measured =
                new Measurements(90_000, null, null, null, null, null, null, new TestTemperatures(230, 250, 240), List.of());
        assertThat(refusal(Batteries.store(), measured).field()).isEqualTo("temperatures.highestCellDeciC");
    }

    @Test
    void atMostOneHundredNegativeEventsAreReportedAtOnce() {
        NegativeEvent event = new NegativeEvent(NegativeEvent.Kind.LEAKAGE, "2024-05-01");
        NegativeEvent[] many = Stream.generate(() -> event).limit(101).toArray(NegativeEvent[]::new);
        assertThat(refusal(Batteries.store(), Reports.withEvents(Measurements.capacity(1), many)).code()).isEqualTo(ErrorCode.BATCH_TOO_LARGE);
    }
}
