package org.voltrail.model.health;

import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Validated;

/**
 * Temperatures during a test, in tenths of °C.
 *
 * @param ambientDeciC surroundings, -600 to 1,000
 * @param lowestCellDeciC coldest reading at the battery, -600 to 3,000
 * @param highestCellDeciC warmest reading at the battery, -600 to 3,000, not below the coldest
 */
public record TestTemperatures(int ambientDeciC, @Nullable Integer lowestCellDeciC, @Nullable Integer highestCellDeciC)
        implements Validated {
    @Override
    public void validate(Check check) {
        Quantity.AMBIENT_TEMPERATURE.check(check, "ambientDeciC", ambientDeciC);
        Quantity.CELL_TEMPERATURE.check(check, "lowestCellDeciC", lowestCellDeciC);
        Quantity.CELL_TEMPERATURE.check(check, "highestCellDeciC", highestCellDeciC);
        if (lowestCellDeciC != null && highestCellDeciC != null && lowestCellDeciC > highestCellDeciC) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "highestCellDeciC", "The warmest reading is colder than the coldest.")
                    .comparing("at least " + lowestCellDeciC, highestCellDeciC)
                    .exception();
        }
    }
}
