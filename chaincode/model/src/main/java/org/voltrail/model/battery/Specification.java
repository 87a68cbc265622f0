package org.voltrail.model.battery;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Validated;

/**
 * What the manufacturer says about a battery; open to correction until the battery leaves its hands.
 *
 * @param category category of the Regulation
 * @param level pack, module or cell
 * @param chemistry electrochemical system
 * @param model model identifier of the manufacturer, at most 64 characters
 * @param batch production batch or lot, at most 64 characters
 * @param manufacturedOn date of manufacture, {@code yyyy-MM-dd}
 * @param manufacturedAt place of manufacture: name or GLN, at most 128 characters
 * @param weightGrams mass in g, 1 to 50,000,000
 * @param ratedCapacityMah rated capacity in mAh, 1 to 100,000,000
 * @param nominalVoltageMv nominal voltage in mV, 1 to 2,000,000
 * @param ratedEnergyWh rated energy in Wh, 1 to 100,000,000; must be within 20 % of capacity times voltage
 * @param compositionMg mass of each material in mg; together not more than the battery's mass
 * @param performance performance and durability values
 * @param declarations declarations and documents
 */
public record Specification(
        Category category,
        Level level,
        Chemistry chemistry,
        String model,
        @Nullable String batch,
        String manufacturedOn,
        String manufacturedAt,
        long weightGrams,
        long ratedCapacityMah,
        long nominalVoltageMv,
        long ratedEnergyWh,
        Map<Material, Long> compositionMg,
        @Nullable Performance performance,
        @Nullable Declarations declarations)
        implements Validated {
    /** Highest voltage accepted, in mV. */
    public static final long VOLTAGE_MAX_MV = 2_000_000;

    /** Greatest mass accepted, in g. */
    public static final long WEIGHT_MAX_GRAMS = 50_000_000;

    private static final long ELECTRICAL_MAX = 100_000_000;

    /** Copies the composition. */
    public Specification {
        compositionMg = Copies.sortedMap(compositionMg);
    }

    /** The battery's whole mass in mg by material; what is not declared counts as {@link Material#OTHER}. */
    public Map<Material, Long> massesMg() {
        Map<Material, Long> masses = new EnumMap<>(Material.class);
        masses.putAll(compositionMg);
        long declared = compositionMg.values().stream().mapToLong(Long::longValue).sum();
        masses.merge(Material.OTHER, weightGrams * 1_000 - declared, Long::sum);
        masses.values().removeIf(mass -> mass == 0);
        return masses;
    }

    @Override
    public void validate(Check check) {
        check.required("category", category);
        check.required("level", level);
        check.required("chemistry", chemistry);
        check.text("model", model, 64);
        check.optionalText("batch", batch, 64);
        check.date("manufacturedOn", manufacturedOn);
        check.text("manufacturedAt", manufacturedAt, 128);
        validateNumbers(check);
        check.optionalNested("performance", performance);
        check.optionalNested("declarations", declarations);
    }

    private void validateNumbers(Check check) {
        check.range("weightGrams", weightGrams, 1, WEIGHT_MAX_GRAMS);
        check.range("ratedCapacityMah", ratedCapacityMah, 1, ELECTRICAL_MAX);
        check.range("nominalVoltageMv", nominalVoltageMv, 1, VOLTAGE_MAX_MV);
        check.range("ratedEnergyWh", ratedEnergyWh, 1, ELECTRICAL_MAX);
        validateEnergy(check);
        validateComposition(check);
    }

    /** A factor of 1,000 between mAh and Ah or mV and V is the commonest mistake; it shows in the energy. Small cells are spared the rounding. */
    private void validateEnergy(Check check) {
        long microwattHours = ratedCapacityMah * nominalVoltageMv;
        long stated = ratedEnergyWh * 1_000_000;
        long tolerance = Math.max(microwattHours / 5, 1_000_000);
        if (Math.abs(stated - microwattHours) > tolerance) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "ratedEnergyWh", "Energy, capacity and voltage do not fit together; check the units.")
                    .comparing(microwattHours / 1_000_000 + " Wh, give or take 20 %", ratedEnergyWh + " Wh")
                    .exception();
        }
    }

    private void validateComposition(Check check) {
        compositionMg.forEach((material, mass) -> check.at("compositionMg").range(material.name(), mass, 0, weightGrams * 1_000));
        long total = compositionMg.values().stream().mapToLong(Long::longValue).sum();
        if (total > weightGrams * 1_000) {
            throw check.error(ErrorCode.OUT_OF_RANGE, "compositionMg", "The materials weigh more than the battery.")
                    .comparing("at most " + weightGrams * 1_000 + " mg", total + " mg")
                    .exception();
        }
    }
}
