package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Validated;

/**
 * Time beyond the temperature boundaries that the manufacturer set, in minutes over the whole life, 0 to 52,596,000 each
 * (Annex VII B of Regulation (EU) 2023/1542).
 *
 * @param highMinutes above the upper boundary
 * @param lowMinutes below the lower boundary
 * @param highChargingMinutes charging above the upper boundary
 * @param lowChargingMinutes charging below the lower boundary
 */
public record ExtremeTemperatures(
        @Nullable Long highMinutes,
        @Nullable Long lowMinutes,
        @Nullable Long highChargingMinutes,
        @Nullable Long lowChargingMinutes)
        implements Validated {
    @Override
    public void validate(Check check) {
        Quantity.MINUTES.check(check, "highMinutes", highMinutes);
        Quantity.MINUTES.check(check, "lowMinutes", lowMinutes);
        Quantity.MINUTES.check(check, "highChargingMinutes", highChargingMinutes);
        Quantity.MINUTES.check(check, "lowChargingMinutes", lowChargingMinutes);
    }
}
