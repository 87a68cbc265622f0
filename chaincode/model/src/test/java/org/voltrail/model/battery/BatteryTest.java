package org.voltrail.model.battery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voltrail.model.json.CanonicalJson;

class BatteryTest {
    @Test
    void aBatterySurvivesItsJson() {
        Battery battery = Samples.battery()
                .edit()
                .addIdentity(new Identity(IdentityScheme.SERIAL, "ManufacturerMSP/1"))
                .health(new HealthSummary(812, Grade.REPURPOSE, "2026-11-20T00:00:00Z", "t1"))
                .milestone(Milestone.TESTED, "2026-11-20T00:00:00Z", new Origin("TesterMSP", "2026-11-19"))
                .milestone(Milestone.PUT_INTO_SERVICE, "2026-11-20T00:00:00Z")
                .addRecycledContent(Material.NICKEL, 5)
                .addHold("h1")
                .detailHash("ManufacturerMSP", "00")
                .head(2, "ab")
                .build();

        assertThat(CanonicalJson.read(CanonicalJson.write(battery), Battery.class)).isEqualTo(battery);
    }

    @Test
    void editingWithoutChangeGivesAnEqualBattery() {
        assertThat(Samples.battery().edit().build()).isEqualTo(Samples.battery());
    }

    @Test
    void aNewBatteryFitsIntoAThousandBytes() {
        assertThat(CanonicalJson.write(Samples.battery())).hasSizeLessThan(1_000);
    }
}
