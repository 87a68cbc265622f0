package org.voltrail.model.endoflife;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Material;
import org.voltrail.model.testing.Batteries;

class MassAccountTest {
    private final MassAccount filled = MassAccount.EMPTY.plusInputs(List.of(LotInput.of(Batteries.of(Batteries.pack()))));

    private static LotOutput recycled(Material material, long massMg) {
        return new LotOutput(material, Destination.RECYCLED, massMg);
    }

    private static LedgerError refusal(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(LedgerException.class, call).error();
    }

    @Test
    void aBatteryBringsInItsMassAndItsDeclaredMaterials() {
        assertThat(filled.inputMg()).isEqualTo(Batteries.PACK_MG);
        assertThat(filled.of(Material.COBALT)).isEqualTo(new MaterialAccount(8_000_000, 8_000_000, Map.of()));
        assertThat(filled.of(Material.COBALT).known()).isTrue();
    }

    @Test
    void whatWasNotDeclaredIsBoundedByTheRestOfTheBattery() {
        long rest = Batteries.PACK_MG - 8_000_000 - 48_000_000 - 9_000_000 - 60_000_000 - 100_000_000;
        assertThat(filled.of(Material.MANGANESE).possibleMg()).isEqualTo(rest);
        assertThat(filled.of(Material.MANGANESE).known()).isFalse();
    }

    @Test
    void whatWasTakenOutBeforeDoesNotComeIn() {
        Battery lighter = Batteries.of(Batteries.pack())
                .edit()
                .takeOut(Map.of(Material.ALUMINIUM, 90_000_000L, Material.OTHER, 10_000_000L))
                .build();
        MassAccount masses = MassAccount.EMPTY.plusInputs(List.of(LotInput.of(lighter)));
        assertThat(masses.inputMg()).isEqualTo(300_000_000);
        assertThat(masses.of(Material.ALUMINIUM).possibleMg()).isEqualTo(10_000_000);
    }

    @Test
    void aPartInsideAWholeBringsInNothingOfItsOwn() {
        assertThat(filled.plusInputs(List.of(LotInput.inside("part")))).isEqualTo(filled);
    }

    @Test
    void moreCobaltThanTheBatteriesContainIsRefused() {
        LedgerError error = refusal(() -> filled.plusOutputs(List.of(recycled(Material.COBALT, 8_000_001))));
        assertThat(error.code()).isEqualTo(ErrorCode.MASS_BALANCE);
        assertThat(error.field()).isEqualTo("command.outputs[0].massMg");
        assertThat(error.expected()).isEqualTo("at most 8000000 mg in all");
    }

    @Test
    void cobaltThatCameOutBeforeCounts() {
        MassAccount half = filled.plusOutputs(List.of(recycled(Material.COBALT, 8_000_000)));
        LotOutput residue = new LotOutput(Material.COBALT, Destination.DISPOSED, 1);
        assertThat(refusal(() -> half.plusOutputs(List.of(residue))).code()).isEqualTo(ErrorCode.MASS_BALANCE);
    }

    @Test
    void moreThanWentInIsRefusedWhateverItIs() {
        LotOutput all = new LotOutput(Material.BLACK_MASS, Destination.RECYCLED, Batteries.PACK_MG);
        MassAccount empty = filled.plusOutputs(List.of(all));
        assertThat(refusal(() -> empty.plusOutputs(List.of(recycled(Material.COPPER, 1)))).code()).isEqualTo(ErrorCode.MASS_BALANCE);
    }

    @Test
    void nothingComesOutOfAnEmptyLot() {
        assertThat(refusal(() -> MassAccount.EMPTY.plusOutputs(List.of(recycled(Material.OTHER, 1)))).code())
                .isEqualTo(ErrorCode.MASS_BALANCE);
    }

    @Test
    void outputsAndLossMustAddUpToTheInputWithinFivePerMille() {
        MassAccount out = filled.plusOutputs(List.of(recycled(Material.OTHER, 300_000_000)));
        assertThat(out.imbalance(98_000_000)).isEqualTo(2_000_000);
        assertThat(out.imbalance(102_000_000)).isEqualTo(-2_000_000);
        assertThat(refusal(() -> out.imbalance(97_999_999)).field()).isEqualTo("command.lossMg");
        assertThat(refusal(() -> out.imbalance(102_000_001)).code()).isEqualTo(ErrorCode.MASS_BALANCE);
    }

    @Test
    void aLotDoesNotGrowBeyondWhatNumbersHold() {
        LotInput huge = new LotInput("b", MassAccount.MASS_MAX_MG, Map.of());
        MassAccount full = MassAccount.EMPTY.plusInputs(List.of(huge));
        assertThat(refusal(() -> full.plusInputs(List.of(new LotInput("c", 1, Map.of())))).code()).isEqualTo(ErrorCode.OUT_OF_RANGE);
    }
}
