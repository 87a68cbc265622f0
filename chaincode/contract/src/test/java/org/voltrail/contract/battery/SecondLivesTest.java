package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.custody.CustodyCommand;

class SecondLivesTest {
    private final Scene scene = new Scene();
    private final Battery old = scene.pack();
    private final Battery module = scene.registered(Level.MODULE);

    @BeforeEach
    void use() {
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(old.id(), List.of(module.id())));
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(old.id(), "2026-11-01", null, null, null));
        scene.handOver(MAKER, RECYCLER, old.id());
    }

    @Test
    void theOldRecordCeasesAndTheNewOneLinksBackAndAnswersForIt() {
        scene.tested(old.id(), Grade.REPURPOSE, "2026-11-20T00:00:00Z");

        BatteryReceipt receipt = succeed(RECYCLER, Status.REPURPOSED);

        Battery successor = scene.battery(receipt.battery());
        assertThat(successor.status()).isEqualTo(Status.REPURPOSED);
        assertThat(successor.predecessors()).containsExactly(old.id());
        assertThat(successor.parties().operator()).isEqualTo("RecyclerMSP");
        assertThat(successor.parties().manufacturer()).isEqualTo("RecyclerMSP");
        assertThat(successor.reached(Milestone.SECOND_LIFE)).isTrue();
        Battery ceased = scene.battery(old.id());
        assertThat(ceased.stage()).isEqualTo(Stage.CEASED);
        assertThat(ceased.successor()).isEqualTo(successor.id());
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("battery.succeeded.v1");
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(3);
    }

    @Test
    void thePartsLiveOnInTheSuccessor() {
        scene.tested(old.id(), Grade.REPURPOSE, "2026-11-20T00:00:00Z");

        BatteryReceipt receipt = succeed(RECYCLER, Status.REPURPOSED);

        assertThat(scene.battery(module.id()).partOf()).isEqualTo(receipt.battery());
        assertThat(scene.battery(receipt.battery()).parts()).containsExactly(module.id());
        assertThat(scene.battery(old.id()).parts()).isEmpty();
    }

    @Test
    void nothingHappensToACeasedBattery() {
        scene.tested(old.id(), Grade.RE_USE, "2026-11-20T00:00:00Z");
        succeed(RECYCLER, Status.RE_USED);

        assertThat(scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.offer(RECYCLER, CARRIER, old.id())).actual()).contains("succeeded by");
        scene.refused(ErrorCode.BATTERY_ENDED, () -> succeed(RECYCLER, Status.RE_USED));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.ledger.submit(RECYCLER, new BatteryCommand.DeclareWaste(old.id(), "x")));
    }

    @Test
    void aSecondLifeNeedsARecentTest() {
        scene.refused(ErrorCode.TEST_REQUIRED, () -> succeed(RECYCLER, Status.REPURPOSED));
        scene.tested(old.id(), Grade.RE_USE, "2026-08-25T00:00:00Z");
        scene.refused(ErrorCode.TEST_REQUIRED, () -> succeed(RECYCLER, Status.REPURPOSED));
        scene.tested(old.id(), Grade.RE_USE, "2026-08-26T08:00:00Z");
        succeed(RECYCLER, Status.REPURPOSED);
    }

    @Test
    void theGradeMustAllowTheSecondLife() {
        scene.tested(old.id(), Grade.REPURPOSE, "2026-11-20T00:00:00Z");
        scene.refused(ErrorCode.GRADE_REQUIRED, () -> succeed(RECYCLER, Status.RE_USED));
        scene.refused(ErrorCode.GRADE_REQUIRED, () -> succeed(RECYCLER, Status.REMANUFACTURED));
        scene.tested(old.id(), Grade.RECYCLE, "2026-11-20T00:00:00Z");
        scene.refused(ErrorCode.GRADE_REQUIRED, () -> succeed(RECYCLER, Status.REPURPOSED));
    }

    @Test
    void onlyTheHolderWithTheRoleStartsASecondLife() {
        scene.tested(old.id(), Grade.RE_USE, "2026-11-20T00:00:00Z");

        scene.refused(ErrorCode.NOT_HOLDER, () -> succeed(MAKER, Status.RE_USED));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> succeed(CARRIER, Status.RE_USED));
        scene.refused(ErrorCode.INVALID_FIELD, () -> succeed(RECYCLER, Status.WASTE));
    }

    @Test
    void aDamagedBatteryGetsNoSecondLife() {
        scene.tested(old.id(), Grade.RE_USE, "2026-11-20T00:00:00Z");
        scene.ledger.submit(RECYCLER, new CustodyCommand.RecordCondition(old.id(), Condition.DEFECTIVE, null, null, null));

        scene.refused(ErrorCode.WRONG_CONDITION, () -> succeed(RECYCLER, Status.RE_USED));
    }

    @Test
    void theSuccessorNeedsAnIdOfItsOwn() {
        scene.tested(old.id(), Grade.RE_USE, "2026-11-20T00:00:00Z");
        BatteryRegistration same = new BatteryRegistration(old.id(), List.of(), old.specification());

        scene.refused(ErrorCode.BATTERY_EXISTS, () -> scene.ledger.submit(
                RECYCLER, new BatteryCommand.Succeed(same, List.of(old.id()), Status.RE_USED)));
    }

    private BatteryReceipt succeed(TestIdentity client, Status status) {
        return scene.ledger.submit(client, new BatteryCommand.Succeed(scene.registration(Level.PACK), List.of(old.id()), status));
    }
}
