package org.voltrail.model.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Material;
import org.voltrail.model.testing.Batteries;

class LotResultTest {
    private static MassAccount outputs(LotOutput... outputs) {
        return MassAccount.EMPTY.plusInputs(List.of(LotInput.of(Batteries.of(Batteries.pack())))).plusOutputs(List.of(outputs));
    }

    private static LotOutput output(Material material, Destination destination, long grams) {
        return new LotOutput(material, destination, grams * 1_000);
    }

    private static LotResult result(String on, MassAccount masses) {
        return LotResult.of(masses, Family.LITHIUM, LocalDate.parse(on), masses.inputMg() - masses.outputMg());
    }

    @Test
    void onlyWhatIsRecycledCountsForTheEfficiency() {
        LotResult result = result("2026-06-01", outputs(
                output(Material.OTHER, Destination.RECYCLED, 270_000), output(Material.PLASTIC, Destination.ENERGY_RECOVERY, 60_000),
                output(Material.OTHER, Destination.DISPOSED, 40_000)));
        assertThat(result.efficiencyPermille()).isEqualTo(675);
        assertThat(result.targetPermille()).isEqualTo(650);
        assertThat(result.met()).isTrue();
    }

    @Test
    void theTargetOf2030AppliesFromItsDay() {
        MassAccount masses = outputs(output(Material.OTHER, Destination.RECYCLED, 270_000));
        assertThat(result("2030-12-30", masses).met()).isTrue();
        assertThat(result("2030-12-31", masses).targetPermille()).isEqualTo(700);
        assertThat(result("2030-12-31", masses).met()).isFalse();
    }

    @Test
    void beforeTheFirstTargetNothingIsDemanded() {
        LotResult result = result("2025-12-30", outputs(output(Material.OTHER, Destination.RECYCLED, 100_000)));
        assertThat(result.targetPermille()).isNull();
        assertThat(result.met()).isNull();
    }

    @Test
    void recoveryIsComparedWithWhatTheManufacturersDeclared() {
        LotResult result = result("2028-01-01", outputs(output(Material.COBALT, Destination.RECYCLED, 7_600)));
        assertThat(result.recoveries())
                .contains(new Recovery(Material.COBALT, 7_600_000, 8_000_000L, 950, 900, true))
                .contains(new Recovery(Material.LITHIUM, 0, 9_000_000L, 0, 500, false));
    }

    @Test
    void theRecoveryOfAnUndeclaredMaterialHasNoRate() {
        LotResult result = result("2028-01-01", outputs(output(Material.MANGANESE, Destination.RECYCLED, 100)));
        assertThat(result.recoveries()).contains(new Recovery(Material.MANGANESE, 100_000, null, null, null, null));
    }
}
