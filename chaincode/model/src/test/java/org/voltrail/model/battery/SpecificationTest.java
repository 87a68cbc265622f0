package org.voltrail.model.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;

class SpecificationTest {
    private static final Check CHECK = Check.root().at("command").at("batteries", 3).at("specification");

    @Test
    void anOrdinaryPackIsValid() {
        Samples.pack().validate(CHECK);
    }

    @Test
    void aFactorOfAThousandBetweenUnitsIsNoticed() {
        assertRefused(electrical(210, 355_000, 74_550), ErrorCode.OUT_OF_RANGE, "ratedEnergyWh");
        assertRefused(electrical(210_000, 355, 74_550), ErrorCode.OUT_OF_RANGE, "ratedEnergyWh");
        assertRefused(electrical(210_000, 355_000, 74), ErrorCode.OUT_OF_RANGE, "ratedEnergyWh");
    }

    @Test
    void aSmallCellIsNotRefusedForRounding() {
        electrical(2_500, 3_600, 9).validate(CHECK);
        electrical(100, 3_600, 1).validate(CHECK);
    }

    @Test
    void numbersOutOfRangeAreRefusedWithTheirPath() {
        assertRefused(electrical(0, 355_000, 74_550), ErrorCode.OUT_OF_RANGE, "ratedCapacityMah");
        assertRefused(electrical(210_000, 2_000_001, 74_550), ErrorCode.OUT_OF_RANGE, "nominalVoltageMv");
        assertRefused(weighing(0, Map.of()), ErrorCode.OUT_OF_RANGE, "weightGrams");
        assertRefused(weighing(50_000_001, Map.of()), ErrorCode.OUT_OF_RANGE, "weightGrams");
    }

    @Test
    void materialsDoNotWeighMoreThanTheBattery() {
        weighing(10, Map.of(Material.COBALT, 5_000L, Material.NICKEL, 5_000L)).validate(CHECK);
        assertRefused(weighing(10, Map.of(Material.COBALT, 5_000L, Material.NICKEL, 5_001L)), ErrorCode.OUT_OF_RANGE, "compositionMg");
        assertRefused(weighing(10, Map.of(Material.COBALT, -1L)), ErrorCode.OUT_OF_RANGE, "compositionMg.COBALT");
    }

    @Test
    void aDateMustBeOneOfTheCalendar() {
        assertRefused(made("2026-02-30"), ErrorCode.INVALID_FIELD, "manufacturedOn");
        assertRefused(made("1926-02-03"), ErrorCode.OUT_OF_RANGE, "manufacturedOn");
        assertRefused(made("3.2.2026"), ErrorCode.INVALID_FIELD, "manufacturedOn");
    }

    private static Specification electrical(long capacity, long voltage, long energy) {
        return new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", null, "2026-04-02", "Zwickau", 420_000, capacity, voltage, energy, Map.of(), null, null);
    }

    private static Specification weighing(long grams, Map<Material, Long> composition) {
        return new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", null, "2026-04-02", "Zwickau", grams, 210_000, 355_000, 74_550, composition, null, null);
    }

    private static Specification made(String date) {
        return new Specification(
                Category.EV, Level.PACK, Chemistry.NMC, "VT-75", null, date, "Zwickau", 420_000, 210_000, 355_000, 74_550, Map.of(), null, null);
    }

    private static void assertRefused(Specification specification, ErrorCode code, String field) {
        assertThatThrownBy(() -> specification.validate(CHECK)).isInstanceOfSatisfying(LedgerException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.error().field()).isEqualTo("command.batteries[3].specification." + field);
        });
    }
}
