package org.voltrail.model.battery;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * Performance and durability values of Annex XIII point 1 of Regulation (EU) 2023/1542, as placed on the market. All optional.
 *
 * @param minimalVoltageMv minimal voltage in mV, 1 to 2,000,000
 * @param maximalVoltageMv maximal voltage in mV, 1 to 2,000,000
 * @param originalPowerW original power capability in W, 1 to 100,000,000
 * @param expectedCycles expected lifetime in full cycles, 1 to 1,000,000
 * @param cycleLifeTest reference test of the expected lifetime, at most 128 characters
 * @param cRateMilli C-rate of the cycle-life test in thousandths, 1 to 100,000
 * @param exhaustionThresholdPermille capacity threshold for exhaustion (EV batteries) in per mille, 1 to 1,000
 * @param storageTemperatureMinDeciC lowest temperature when not in use, in tenths of °C, -1,000 to 1,500
 * @param storageTemperatureMaxDeciC highest temperature when not in use, in tenths of °C, -1,000 to 1,500
 * @param warrantyMonths commercial warranty for the calendar life in months, 0 to 600
 * @param roundTripEfficiencyPermille initial round-trip energy efficiency in per mille, 1 to 1,000
 * @param roundTripEfficiencyHalfLifePermille the same at 50 % of cycle life
 * @param cellResistanceMicroohm internal resistance of a cell in µΩ, 1 to 10^9
 * @param packResistanceMicroohm internal resistance of the pack in µΩ, 1 to 10^9
 */
public record Performance(
        @Nullable Long minimalVoltageMv,
        @Nullable Long maximalVoltageMv,
        @Nullable Long originalPowerW,
        @Nullable Integer expectedCycles,
        @Nullable String cycleLifeTest,
        @Nullable Integer cRateMilli,
        @Nullable Integer exhaustionThresholdPermille,
        @Nullable Integer storageTemperatureMinDeciC,
        @Nullable Integer storageTemperatureMaxDeciC,
        @Nullable Integer warrantyMonths,
        @Nullable Integer roundTripEfficiencyPermille,
        @Nullable Integer roundTripEfficiencyHalfLifePermille,
        @Nullable Long cellResistanceMicroohm,
        @Nullable Long packResistanceMicroohm)
        implements Validated {
    @Override
    public void validate(Check check) {
        validateElectrical(check);
        validateLifetime(check);
        check.optionalRange("storageTemperatureMinDeciC", storageTemperatureMinDeciC, -1_000, 1_500);
        check.optionalRange("storageTemperatureMaxDeciC", storageTemperatureMaxDeciC, -1_000, 1_500);
    }

    private void validateElectrical(Check check) {
        check.optionalRange("minimalVoltageMv", minimalVoltageMv, 1, Specification.VOLTAGE_MAX_MV);
        check.optionalRange("maximalVoltageMv", maximalVoltageMv, 1, Specification.VOLTAGE_MAX_MV);
        check.optionalRange("originalPowerW", originalPowerW, 1, 100_000_000);
        check.optionalRange("roundTripEfficiencyPermille", roundTripEfficiencyPermille, 1, 1_000);
        check.optionalRange("roundTripEfficiencyHalfLifePermille", roundTripEfficiencyHalfLifePermille, 1, 1_000);
        check.optionalRange("cellResistanceMicroohm", cellResistanceMicroohm, 1, 1_000_000_000);
        check.optionalRange("packResistanceMicroohm", packResistanceMicroohm, 1, 1_000_000_000);
    }

    private void validateLifetime(Check check) {
        check.optionalRange("expectedCycles", expectedCycles, 1, 1_000_000);
        check.optionalText("cycleLifeTest", cycleLifeTest, 128);
        check.optionalRange("cRateMilli", cRateMilli, 1, 100_000);
        check.optionalRange("exhaustionThresholdPermille", exhaustionThresholdPermille, 1, 1_000);
        check.optionalRange("warrantyMonths", warrantyMonths, 0, 600);
    }
}
