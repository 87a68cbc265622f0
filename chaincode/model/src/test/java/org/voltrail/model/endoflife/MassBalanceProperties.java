package org.voltrail.model.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.testing.Batteries;

class MassBalanceProperties {
    @Provide
    Arbitrary<Battery> batteries() {
        Arbitrary<Long> grams = Arbitraries.longs().between(1, 1_000);
        Arbitrary<Map<Material, Long>> shares =
                Arbitraries.maps(Arbitraries.of(Material.class), Arbitraries.longs().between(0, 250)).ofMaxSize(4);
        Arbitrary<Map<Material, Long>> removed =
                Arbitraries.maps(Arbitraries.of(Material.class), Arbitraries.longs().between(0, 400_000)).ofMaxSize(2);
        return Combinators.combine(grams, shares, removed).as(MassBalanceProperties::battery);
    }

    private static Battery battery(long grams, Map<Material, Long> permille, Map<Material, Long> removed) {
        Map<Material, Long> composition = new EnumMap<>(Material.class);
        permille.forEach((material, share) -> composition.put(material, grams * share));
        return Batteries.of(Batteries.specification(Category.LMT, Level.PACK, grams, 1_000, 36_000, 36, composition))
                .edit()
                .takeOut(removed)
                .build();
    }

    @Provide
    Arbitrary<List<LotOutput>> outputs() {
        return Combinators.combine(
                        Arbitraries.of(Material.class), Arbitraries.of(Destination.class), Arbitraries.longs().between(1, 1_500_000))
                .as(LotOutput::new)
                .list()
                .ofMaxSize(30);
    }

    /** Tries each output; what is refused does not happen. */
    private static MassAccount after(List<Battery> batteries, List<LotOutput> outputs) {
        MassAccount masses = MassAccount.EMPTY.plusInputs(batteries.stream().map(LotInput::of).toList());
        for (LotOutput output : outputs) {
            try {
                masses = masses.plusOutputs(List.of(output));
            } catch (LedgerException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.MASS_BALANCE);
            }
        }
        return masses;
    }

    @Property(tries = 300)
    void noLotEverCreatesMass(@ForAll("batteries") Battery first, @ForAll("batteries") Battery second, @ForAll("outputs") List<LotOutput> outputs) {
        MassAccount masses = after(List.of(first, second), outputs);
        assertThat(masses.inputMg()).isEqualTo(first.massMg() + second.massMg());
        assertThat(masses.outputMg()).isLessThanOrEqualTo(masses.inputMg());
    }

    @Property(tries = 300)
    void noMaterialComesOutThatCannotHaveBeenInside(@ForAll("batteries") Battery first, @ForAll("batteries") Battery second, @ForAll("outputs") List<LotOutput> outputs) {
        MassAccount masses = after(List.of(first, second), outputs);
        for (Material material : Material.values()) {
            if (!MassAccount.mixture(material)) {
                long most = LotInput.of(first).possible(material) + LotInput.of(second).possible(material);
                assertThat(masses.of(material).totalOutputMg()).isLessThanOrEqualTo(most);
            }
        }
    }

    @Property(tries = 300)
    void aMaterialThatAllBatteriesDeclareIsBoundedByTheirDeclarations(@ForAll("batteries") Battery battery, @ForAll("outputs") List<LotOutput> outputs) {
        MassAccount masses = after(List.of(battery), outputs);
        battery.specification().compositionMg().forEach((material, declared) -> {
            if (!MassAccount.mixture(material)) {
                assertThat(masses.of(material).totalOutputMg()).isLessThanOrEqualTo(declared);
            }
        });
    }

    @Property(tries = 300)
    void aClosedLotBalancesWithinItsTolerance(
            @ForAll("batteries") Battery battery, @ForAll("outputs") List<LotOutput> outputs, @ForAll @LongRange(min = 0, max = 1_000_000) long loss) {
        MassAccount masses = after(List.of(battery), outputs);
        try {
            LotResult result = LotResult.of(masses, Family.LITHIUM, LocalDate.parse("2026-06-01"), loss);
            assertThat(masses.outputMg() + loss + result.imbalanceMg()).isEqualTo(masses.inputMg());
            assertThat(Math.abs(result.imbalanceMg()) * 1_000).isLessThanOrEqualTo(masses.inputMg() * MassAccount.TOLERANCE_PERMILLE);
            assertThat(result.efficiencyPermille()).isBetween(0, 1_000);
        } catch (LedgerException refused) {
            assertThat(Math.abs(masses.inputMg() - masses.outputMg() - loss) * 1_000 + 999)
                    .isGreaterThan(masses.inputMg() * MassAccount.TOLERANCE_PERMILLE);
        }
    }

    @Property(tries = 300)
    void theOrderOfInputsDoesNotMatter(@ForAll("batteries") Battery first, @ForAll("batteries") Battery second) {
        LotInput one = LotInput.of(first);
        LotInput other = LotInput.of(second);
        assertThat(MassAccount.EMPTY.plusInputs(List.of(one, other)))
                .isEqualTo(MassAccount.EMPTY.plusInputs(List.of(other)).plusInputs(List.of(one)));
    }

    @Property(tries = 300)
    void partsPutBackNeverWeighMoreThanWhatWasTakenOut(@ForAll("batteries") Battery whole, @ForAll("batteries") Battery part) {
        Battery without = whole.edit().takeOut(part.specification().massesMg()).build();
        Battery again = without.edit().putBack(part.massesLeftMg()).build();
        assertThat(without.massMg()).isLessThanOrEqualTo(whole.massMg());
        assertThat(again.massMg()).isLessThanOrEqualTo(Math.max(whole.massMg(), without.massMg() + part.massMg()));
        assertThat(part.massesLeftMg().values().stream().mapToLong(Long::longValue).sum()).isLessThanOrEqualTo(part.massMg());
    }
}
