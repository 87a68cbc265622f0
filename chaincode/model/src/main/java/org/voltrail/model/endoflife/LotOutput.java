package org.voltrail.model.endoflife;

import org.voltrail.model.Check;
import org.voltrail.model.Validated;
import org.voltrail.model.battery.Material;

/**
 * A material fraction that came out of a lot. Of compounds, the mass of the element counts (for lithium carbonate, its lithium),
 * as in Delegated Regulation (EU) 2025/606: reagents that the process adds are not output of the batteries.
 *
 * @param material the material
 * @param destination where it goes
 * @param massMg its mass in mg, 1 to 9·10^15
 */
public record LotOutput(Material material, Destination destination, long massMg) implements Validated {
    @Override
    public void validate(Check check) {
        check.required("material", material);
        check.required("destination", destination);
        check.range("massMg", massMg, 1, MassAccount.MASS_MAX_MG);
    }
}
