package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.ModelRecalls;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;

class ServiceTest {
    private final Scene scene = new Scene();
    private final Battery battery = scene.pack();

    @Test
    void aBatteryPutIntoServiceKnowsWhenAndInWhichVehicle() {
        String code = HandInCode.hash(battery.id(), "K7-RED-MAPLE");

        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2026-11-20", code, "WVWZZZ1JZXW000001", "Leipzig"));

        Battery after = scene.battery(battery.id());
        assertThat(after.stage()).isEqualTo(Stage.IN_SERVICE);
        assertThat(after.putIntoServiceOn()).isEqualTo("2026-11-20");
        assertThat(after.handInCodeHash()).isEqualTo(code);
        assertThat(after.place()).isEqualTo("Leipzig");
        assertThat(after.identities()).singleElement().satisfies(vin -> assertThat(vin.scheme()).isEqualTo(IdentityScheme.VIN));
        assertThat(after.origins()).containsEntry(Milestone.PUT_INTO_SERVICE, new Origin("ManufacturerMSP", "2026-11-20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-01", "2026-11-25"})
    void theDateLiesBetweenManufactureAndToday(String date) {
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> putIntoService(date)).field()).isEqualTo("command.date");
    }

    @Test
    void aBatteryIsPutIntoServiceOnce() {
        putIntoService("2026-11-20");

        scene.refused(ErrorCode.WRONG_STAGE, () -> putIntoService("2026-11-20"));
    }

    @Test
    void onlyHolderOrOperatorPutsIntoService() {
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(
                CARRIER, new BatteryCommand.PutIntoService(battery.id(), "2026-11-20", null, null, null)));
        scene.handOver(MAKER, CARRIER, battery.id());
        putIntoService("2026-11-20");
    }

    @Test
    void aRecalledModelIsNotPutIntoService() {
        recall("L-0426");
        scene.refused(ErrorCode.UNDER_RECALL, () -> putIntoService("2026-11-20"));
        recall("L-0526");
        putIntoService("2026-11-20");
    }

    @Test
    void aBatteryOnHoldStaysWhereItIs() {
        scene.ledger.given(Keys.battery(battery.id()), battery.edit().addHold("hold-1").build());

        scene.refused(ErrorCode.ON_HOLD, () -> putIntoService("2026-11-20"));
        scene.refused(ErrorCode.ON_HOLD, this::declareWaste);
        scene.refused(ErrorCode.ON_HOLD, () -> scene.offer(MAKER, CARRIER, battery.id()));
    }

    @Test
    void wasteIsDeclaredOnceByHolderOrOperator() {
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(CARRIER, new BatteryCommand.DeclareWaste(battery.id(), "x")));

        declareWaste();

        Battery after = scene.battery(battery.id());
        assertThat(after.stage()).isEqualTo(Stage.WASTE);
        assertThat(after.status()).isEqualTo(Status.WASTE);
        assertThat(after.reached(Milestone.DECLARED_WASTE)).isTrue();
        scene.refused(ErrorCode.WRONG_STAGE, this::declareWaste);
        scene.refused(ErrorCode.WRONG_STAGE, () -> putIntoService("2026-11-20"));
    }

    @Test
    void anOfferedBatteryIsNotDeclaredWaste() {
        scene.offer(MAKER, CARRIER, battery.id());

        scene.refused(ErrorCode.ALREADY_OFFERED, this::declareWaste);
    }

    private void putIntoService(String date) {
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), date, null, null, null));
    }

    private void declareWaste() {
        scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(battery.id(), "crash"));
    }

    private void recall(String batch) {
        scene.ledger.given(
                Keys.recallModel("ManufacturerMSP", "VT-75"), new ModelRecalls(List.of(new ModelRecalls.Entry("recall-1", batch))));
    }
}
