package org.voltrail.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.model.health.StateOfHealth.Basis;
import org.voltrail.model.testing.Batteries;
import org.voltrail.model.testing.Reports;

class StateOfHealthRuleTest {
    @Test
    void aVehiclePackIsJudgedByItsCertifiedEnergy() {
        StateOfHealth health = StateOfHealthRule.of(Batteries.pack(), Reports.pack(150_000, 48_000L));
        assertThat(health.basis()).isEqualTo(Basis.CERTIFIED_ENERGY);
        assertThat(health.permille()).isEqualTo(800);
    }

    @Test
    void aCellOfAVehiclePackIsJudgedByItsCapacity() {
        StateOfHealth health = StateOfHealthRule.of(Batteries.cell(), Reports.pack(1_500, 6L));
        assertThat(health.basis()).isEqualTo(Basis.REMAINING_CAPACITY);
        assertThat(health.permille()).isEqualTo(750);
    }

    @Test
    void aStationaryBatteryIsJudgedByItsCapacity() {
        assertThat(StateOfHealthRule.of(Batteries.store(), Measurements.capacity(71_999)).permille()).isEqualTo(719);
    }

    @Test
    void whatRemainsIsRoundedDownAndWhatGrowsIsRoundedUp() {
        assertThat(new Evolution(3L, 2).remainingPermille()).isEqualTo(666);
        assertThat(new Evolution(3_000L, 3_001).increasePermille()).isEqualTo(1);
    }

    @Test
    void aResistanceThatHasFallenHasNotGrown() {
        assertThat(new Evolution(1_000L, 900).increasePermille()).isZero();
    }

    @Test
    void withoutAnInitialValueThereIsNoShareOfIt() {
        assertThat(new Evolution(null, 900).remainingPermille()).isNull();
        assertThat(new Evolution(null, 900).increasePermille()).isNull();
    }

    @Test
    void allMeasuredParametersHaveTheirPlace() {
        Measurements measured = new Measurements(
                80_000, null, new Evolution(10_000_000L, 7_500_000), new Evolution(950L, 900), new Evolution(20L, 35),
                new Evolution(40_000L, 50_000), null, null, List.of());
        StateOfHealth health = StateOfHealthRule.of(Batteries.store(), measured);
        assertThat(health).isEqualTo(new StateOfHealth(Basis.REMAINING_CAPACITY, 800, 750L, 947L, 250L, 35L, 15L));
    }
}
