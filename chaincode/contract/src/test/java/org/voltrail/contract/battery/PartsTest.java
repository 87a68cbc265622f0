package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.custody.CustodyCommand;

class PartsTest {
    private final Scene scene = new Scene();
    private final Battery pack = scene.pack();
    private final Battery module = scene.registered(Level.MODULE);
    private final Battery cell = scene.registered(Level.CELL);

    @Test
    void partsAreBuiltIntoTheirWholeAndKnowIt() {
        assemble(pack, module);
        assemble(module.id(), cell.id(), ErrorCode.PART_OF_ASSEMBLY);

        assertThat(scene.battery(pack.id()).parts()).containsExactly(module.id());
        assertThat(scene.battery(module.id()).partOf()).isEqualTo(pack.id());
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("battery.assembled.v1");
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(2);
    }

    @Test
    void theHierarchyHasThreeLevels() {
        assemble(module, cell);
        assemble(pack, module);

        assertThat(scene.battery(cell.id()).partOf()).isEqualTo(module.id());
        assemble(scene.pack().id(), scene.pack().id(), ErrorCode.WRONG_LEVEL);
        assemble(scene.registered(Level.CELL).id(), scene.registered(Level.MODULE).id(), ErrorCode.WRONG_LEVEL);
    }

    @Test
    void aPartIsInOneWholeOnly() {
        assemble(pack, module);

        assemble(scene.pack().id(), module.id(), ErrorCode.PART_OF_ASSEMBLY);
    }

    @Test
    void whatIsNotHeldOrNotFreeIsNotBuiltIn() {
        scene.handOver(MAKER, RECYCLER, module.id());
        assemble(pack.id(), module.id(), ErrorCode.NOT_HOLDER);
        scene.offer(MAKER, CARRIER, cell.id());
        assemble(pack.id(), cell.id(), ErrorCode.ALREADY_OFFERED);
        Battery damaged = scene.registered(Level.MODULE);
        scene.ledger.submit(MAKER, new CustodyCommand.RecordCondition(damaged.id(), Condition.DAMAGED, null, "dent", null));
        assemble(pack.id(), damaged.id(), ErrorCode.WRONG_CONDITION);
        scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> scene.ledger.submit(
                MAKER, new BatteryCommand.Assemble(pack.id(), List.of(damaged.id(), damaged.id()))));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, new BatteryCommand.Assemble(pack.id(), List.of(cell.id()))));
    }

    @Test
    void aPartIsNotHandedOverByItself() {
        assemble(pack, module);

        scene.refused(ErrorCode.PART_OF_ASSEMBLY, () -> scene.offer(MAKER, CARRIER, module.id()));
        scene.refused(ErrorCode.PART_OF_ASSEMBLY, () -> scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(module.id(), "x")));
    }

    @Test
    void whoTakesThePackApartHoldsThePartsAndTheyHaveComeAsFarAsThePack() {
        assemble(pack, module);
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(pack.id(), "2026-11-01", null, null, null));
        scene.handOver(MAKER, RECYCLER, pack.id());

        disassemble(RECYCLER, pack, module);

        Battery part = scene.battery(module.id());
        assertThat(part.partOf()).isNull();
        assertThat(part.holder()).isEqualTo("RecyclerMSP");
        assertThat(part.stage()).isEqualTo(Stage.IN_SERVICE);
        assertThat(scene.ledger.endorsersOf(Keys.battery(module.id()))).containsExactlyInAnyOrder("RecyclerMSP", "RegulatorMSP");
        assertThat(scene.battery(pack.id()).parts()).isEmpty();
        assertThat(scene.battery(pack.id()).massMg()).isEqualTo(390_000_000);
    }

    @Test
    void takingAPartOutNeedsItsFormerHoldersOrTheAuthoritysEndorsement() {
        assemble(pack, module);
        scene.handOver(MAKER, RECYCLER, pack.id());
        scene.ledger.endorsedBy("RecyclerMSP", "CarrierMSP");

        assertThatThrownBy(() -> disassemble(RECYCLER, pack, module)).hasMessageContaining("ENDORSEMENT_POLICY_FAILURE");
        scene.ledger.endorsedBy("RecyclerMSP", "RegulatorMSP");
        disassemble(RECYCLER, pack, module);
    }

    @Test
    void partsOfAWasteBatteryAreWaste() {
        assemble(pack, module);
        scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(pack.id(), "recall"));

        disassemble(MAKER, pack, module);

        assertThat(scene.battery(module.id()).stage()).isEqualTo(Stage.WASTE);
        assertThat(scene.battery(module.id()).status()).isEqualTo(Status.WASTE);
    }

    @Test
    void aRepairedPackHasItsMassBack() {
        assemble(pack, module);
        disassemble(MAKER, pack, module);
        assemble(pack, module);

        assertThat(scene.battery(pack.id()).massMg()).isEqualTo(420_000_000);
    }

    @Test
    void onlyPartsAreTakenOut() {
        scene.refused(ErrorCode.NOT_A_PART, () -> disassemble(MAKER, pack, module));
        assemble(pack, module);
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> disassemble(CARRIER, pack, module));
        scene.refused(ErrorCode.NOT_HOLDER, () -> disassemble(RECYCLER, pack, module));
    }

    private void assemble(Battery whole, Battery part) {
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(whole.id(), List.of(part.id())));
    }

    private void assemble(String whole, String part, ErrorCode code) {
        scene.refused(code, () -> scene.ledger.submit(MAKER, new BatteryCommand.Assemble(whole, List.of(part))));
    }

    private void disassemble(TestIdentity client, Battery whole, Battery part) {
        scene.ledger.submit(client, new BatteryCommand.Disassemble(whole.id(), List.of(part.id())));
    }
}
