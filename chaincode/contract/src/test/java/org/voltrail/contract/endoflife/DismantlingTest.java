package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

class DismantlingTest {
    private final Yard yard = new Yard();
    private final Scene scene = yard.scene;

    private static EndOfLifeCommand.Dismantle dismantling(Battery battery, Map<Material, Long> removedMg) {
        return new EndOfLifeCommand.Dismantle(battery.id(), "2026-11-22", "Plant 1", removedMg);
    }

    @Test
    void whatIsTakenOutNoLongerCountsAsInputOfALot() {
        Battery battery = yard.collected();
        scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.STEEL, 20_000_000L, Material.COPPER, 5_000_000L)));

        Battery after = scene.battery(battery.id());
        assertThat(after.stage()).isEqualTo(Stage.DISMANTLED);
        assertThat(after.massMg()).isEqualTo(75_000_000);
        assertThat(after.origins()).containsEntry(Milestone.DISMANTLED, new Origin("RecyclerMSP", "2026-11-22"));
        Lot lot = yard.add(yard.lot(), battery.id());
        assertThat(lot.masses().inputMg()).isEqualTo(75_000_000);
        assertThat(lot.masses().of(Material.COPPER).declaredMg()).isEqualTo(10_000_000);
    }

    @Test
    void dismantlingGoesOnInSteps() {
        Battery battery = yard.collected();
        scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.COPPER, 5_000_000L)));
        scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.COPPER, 10_000_000L)));

        assertThat(scene.battery(battery.id()).removedMg()).containsExactly(Map.entry(Material.COPPER, 15_000_000L));
        scene.refused(ErrorCode.MASS_BALANCE, () -> scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.COPPER, 1L))));
    }

    @Test
    void moreThanTheBatteryWeighsIsNotTakenOut() {
        Battery battery = yard.collected();
        scene.refused(
                ErrorCode.MASS_BALANCE, () -> scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.STEEL, Yard.PACK_MG + 1))));
    }

    @Test
    void moreThanIsDeclaredOfAMaterialIsNotTakenOut() {
        Battery battery = yard.collected();
        assertThat(scene.refused(
                                ErrorCode.MASS_BALANCE,
                                () -> scene.ledger.submit(RECYCLER, dismantling(battery, Map.of(Material.COBALT, Yard.COBALT_MG + 1))))
                        .field())
                .isEqualTo("command.removedMg.cobalt");
    }

    @Test
    void onlyAnAccreditedRecyclerWhoHoldsTheBatteryDismantles() {
        Battery battery = yard.inService();
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, dismantling(battery, Map.of())));
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(RECYCLER, dismantling(battery, Map.of())));
        Battery held = yard.collected();
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.DISMANTLING, "fraud"));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> scene.ledger.submit(RECYCLER, dismantling(held, Map.of())));
    }

    @Test
    void whatIsNotWasteIsNotDismantled() {
        Battery battery = yard.inService();
        scene.handOver(MAKER, RECYCLER, battery.id());
        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(RECYCLER, dismantling(battery, Map.of())));
    }

    @Test
    void aPackWhoseModuleWasTakenOutBringsInThatMuchLess() {
        Battery pack = scene.pack();
        Battery module = scene.registered(Level.MODULE);
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(pack.id(), List.of(module.id())));
        scene.handOver(MAKER, RECYCLER, pack.id());
        scene.ledger.submit(RECYCLER, new BatteryCommand.DeclareWaste(pack.id(), "end of life"));
        scene.ledger.submit(RECYCLER, new BatteryCommand.Disassemble(pack.id(), List.of(module.id())));

        Lot lot = yard.add(yard.lot(), pack.id(), module.id());

        assertThat(lot.masses().inputMg()).isEqualTo(pack.massMg());
    }
}
