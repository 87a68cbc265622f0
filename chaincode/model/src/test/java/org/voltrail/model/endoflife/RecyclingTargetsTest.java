package org.voltrail.model.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Material;

class RecyclingTargetsTest {
    private final RecyclingTargets targets = RecyclingTargets.defaults();

    @ParameterizedTest
    @CsvSource({
        "LEAD, 2025-12-31, 750", "LEAD, 2031-01-01, 800", "LITHIUM, 2026-01-01, 650", "LITHIUM, 2031-01-01, 700",
        "NICKEL_CADMIUM, 2026-01-01, 800", "OTHER, 2026-01-01, 500"
    })
    void efficiencyFollowsAnnexTwelveB(Family family, LocalDate on, int permille) {
        assertThat(targets.efficiencyPermille(family, on)).isEqualTo(permille);
    }

    @ParameterizedTest
    @CsvSource({
        "COBALT, 2027-12-31, 900", "COPPER, 2028-01-01, 900", "LEAD, 2028-01-01, 900", "NICKEL, 2028-01-01, 900", "LITHIUM, 2028-01-01, 500",
        "COBALT, 2031-12-31, 950", "LITHIUM, 2032-01-01, 800"
    })
    void recoveryFollowsAnnexTwelveC(Material material, LocalDate on, int permille) {
        assertThat(targets.recoveryPermille(material, on)).isEqualTo(permille);
    }

    @ParameterizedTest
    @CsvSource({"COBALT, 2031-08-18, 160", "LEAD, 2031-08-18, 850", "LITHIUM, 2031-08-18, 60", "NICKEL, 2036-08-18, 150", "LITHIUM, 2036-08-18, 120"})
    void recycledContentFollowsArticleEight(Material material, LocalDate on, int permille) {
        assertThat(targets.recycledContentPermille(material, on)).isEqualTo(permille);
    }

    @Test
    void copperHasNoTargetOfRecycledContent() {
        assertThat(targets.recycledContentPermille(Material.COPPER, LocalDate.parse("2040-01-01"))).isNull();
    }
}
