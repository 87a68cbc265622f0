package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

class CollectionTest {
    private static final String CODE = "K7QX-93PD-AAZ2";

    private final Yard yard = new Yard();
    private final Scene scene = yard.scene;

    private static EndOfLifeCommand.Collect collecting(Battery battery) {
        return new EndOfLifeCommand.Collect(battery.id(), "2026-11-20", "Yard 1");
    }

    private Battery withCode() {
        Battery battery = yard.fresh();
        String hash = HandInCode.hash(battery.id(), CODE);
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2024-05-01", hash, null, null));
        return scene.battery(battery.id());
    }

    private static Map<String, byte[]> told(String code) {
        return Map.of(HandInCode.TRANSIENT_KEY, code.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCollectedBatteryIsWasteInTheCollectorsHands() {
        Battery battery = yard.collected();

        assertThat(battery.holder()).isEqualTo("RecyclerMSP");
        assertThat(battery.stage()).isEqualTo(Stage.COLLECTED);
        assertThat(battery.status()).isEqualTo(Status.WASTE);
        assertThat(battery.place()).isEqualTo("Yard 1");
        assertThat(battery.origins()).containsEntry(Milestone.COLLECTED, new Origin("RecyclerMSP", "2026-11-20"));
        assertThat(battery.origins()).containsEntry(Milestone.DECLARED_WASTE, new Origin("RecyclerMSP", "2026-11-20"));
        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactlyInAnyOrder("RecyclerMSP", "RegulatorMSP");
        assertThat(scene.ledger.lastEvent().data(EndOfLifeFact.Collected.class))
                .isEqualTo(new EndOfLifeFact.Collected("ManufacturerMSP", "RecyclerMSP", "2026-11-20", "Yard 1"));
    }

    @Test
    void theRightHandInCodeOpensTheDoorOnce() {
        Battery battery = withCode();

        scene.ledger.submit(RECYCLER, collecting(battery), told(CODE));

        assertThat(scene.battery(battery.id()).handInCodeHash()).isNull();
    }

    @Test
    void aMissingOrWrongHandInCodeIsRefused() {
        Battery battery = withCode();

        scene.refused(ErrorCode.HAND_IN_CODE, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
        scene.refused(ErrorCode.HAND_IN_CODE, () -> scene.ledger.submit(RECYCLER, collecting(battery), told("guess")));
    }

    @Test
    void theCodeOfAnotherBatteryIsWrong() {
        Battery battery = withCode();
        Battery other = yard.fresh();
        scene.ledger.submit(
                MAKER, new BatteryCommand.PutIntoService(other.id(), "2024-05-01", HandInCode.hash(battery.id(), CODE), null, null));

        scene.refused(ErrorCode.HAND_IN_CODE, () -> scene.ledger.submit(RECYCLER, collecting(other), told(CODE)));
    }

    @Test
    void whoHoldsTheBatteryNeedsNoCode() {
        Battery battery = withCode();
        scene.handOver(MAKER, RECYCLER, battery.id());

        scene.ledger.submit(RECYCLER, collecting(battery));

        assertThat(scene.battery(battery.id()).stage()).isEqualTo(Stage.COLLECTED);
    }

    @Test
    void wasteOfSomebodyElseIsHandedOverAndNotTaken() {
        Battery battery = yard.inService();
        scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(battery.id(), "end of life"));

        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
        scene.handOver(MAKER, RECYCLER, battery.id());
        assertThat(yard.collect(battery.id()).stage()).isEqualTo(Stage.COLLECTED);
    }

    @Test
    void onlyAnAccreditedCollectorCollects() {
        Battery battery = yard.inService();

        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, collecting(battery)));
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.COLLECTION, "fraud"));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
    }

    @Test
    void aNewBatteryIsNotCollected() {
        Battery battery = yard.fresh();

        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
    }

    @Test
    void aBatteryIsCollectedOnce() {
        Battery battery = yard.collected();

        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
    }

    @Test
    void aBatteryOnHoldIsNotCollected() {
        Battery battery = yard.inService();
        scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(battery.id()), "smoke", "Art. 79"));

        scene.refused(ErrorCode.ON_HOLD, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
    }

    @Test
    void anOfferedBatteryIsNotCollected() {
        Battery battery = yard.inService();
        scene.offer(MAKER, CARRIER, battery.id());

        scene.refused(ErrorCode.ALREADY_OFFERED, () -> scene.ledger.submit(RECYCLER, collecting(battery)));
    }

    @Test
    void aDateBeforeManufactureOrInTheFutureIsRefused() {
        Battery battery = yard.inService();

        for (String date : List.of("2024-02-29", "2026-11-26")) {
            EndOfLifeCommand.Collect command = new EndOfLifeCommand.Collect(battery.id(), date, "Yard 1");
            assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(RECYCLER, command)).field())
                    .isEqualTo("command.collectedOn");
        }
    }
}
