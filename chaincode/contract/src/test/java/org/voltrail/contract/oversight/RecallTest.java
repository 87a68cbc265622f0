package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;
import org.voltrail.model.oversight.RecallNotice;
import org.voltrail.model.oversight.RecallScope;

class RecallTest {
    private final Scene scene = new Scene();

    private RecallNotice recall(RecallScope scope) {
        return scene.ledger.submit(REGULATOR, new OversightCommand.Recall(scope, "may burn", "return it"));
    }

    private RecallNotice close(RecallNotice recall) {
        return scene.ledger.submit(REGULATOR, new OversightCommand.CloseRecall(recall.recallId(), "all mended"));
    }

    private List<RecallNotice> reaching(Battery battery) {
        return scene.ledger.evaluate(CARRIER, new OversightQuery.RecallsOf(battery.id())).recalls();
    }

    private void mayNotBePutIntoService(Battery battery) {
        scene.refused(ErrorCode.UNDER_RECALL, () -> putIntoService(battery));
    }

    private void putIntoService(Battery battery) {
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2026-05-01", null, null, null));
    }

    @Test
    void aRecallOfAModelReachesAllItsBatteriesWithoutTouchingThem() {
        Battery battery = scene.pack();
        RecallNotice recall = recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));

        assertThat(scene.battery(battery.id())).isEqualTo(battery);
        assertThat(reaching(battery)).containsExactly(recall);
        mayNotBePutIntoService(battery);
        scene.refused(ErrorCode.UNDER_RECALL, () -> scene.offer(MAKER, CARRIER, battery.id()));
        scene.handOver(MAKER, RECYCLER, battery.id());
        assertThat(scene.ledger.operations()).isLessThan(20);
    }

    @Test
    void aBatteryRegisteredLaterIsReachedToo() {
        recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));
        mayNotBePutIntoService(scene.pack());
    }

    @Test
    void aRecallOfAnotherBatchOrModelDoesNotReachIt() {
        Battery battery = scene.pack();
        recall(RecallScope.ofBatch("ManufacturerMSP", "VT-75", "L-0001"));
        recall(RecallScope.ofModel("ManufacturerMSP", "VT-60"));
        assertThat(reaching(battery)).isEmpty();
        putIntoService(battery);
    }

    @Test
    void aRecallOfItsBatchReachesIt() {
        Battery battery = scene.pack();
        recall(RecallScope.ofBatch("ManufacturerMSP", "VT-75", "L-0426"));
        mayNotBePutIntoService(battery);
    }

    @Test
    void aBatteryIsFreeWhenTheLastRecallThatReachesItIsClosed() {
        Battery battery = scene.pack();
        RecallNotice model = recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));
        RecallNotice single = recall(RecallScope.ofBatteries(List.of(battery.id())));
        assertThat(reaching(battery)).extracting(RecallNotice::recallId).containsExactlyInAnyOrder(model.recallId(), single.recallId());
        close(model);
        mayNotBePutIntoService(battery);
        close(single);
        assertThat(reaching(battery)).isEmpty();
        putIntoService(battery);
    }

    @Test
    void aSingleBatteryCarriesItsRecallInItsHistory() {
        Battery battery = scene.pack();
        Battery other = scene.pack();
        RecallNotice recall = recall(RecallScope.ofBatteries(List.of(battery.id())));

        assertThat(recall.batteries()).isEqualTo(1);
        assertThat(scene.battery(battery.id()).recalls()).containsExactly(recall.recallId());
        assertThat(scene.battery(battery.id()).reached(Milestone.RECALLED)).isTrue();
        assertThat(scene.battery(other.id()).recalls()).isEmpty();
        close(recall);
        assertThat(scene.ledger.evaluate(MAKER, new BatteryQuery.History(battery.id(), 10, true, null)).events())
                .extracting(event -> event.type())
                .startsWith("battery.recall-lifted.v1", "battery.recalled.v1");
    }

    @Test
    void aRecallOfThousandsIsOpenedAndClosedInPages() {
        List<String> first = scene.packs(600);
        List<String> second = scene.packs(700);
        RecallNotice recall = recall(RecallScope.ofBatteries(first));
        RecallNotice extended = scene.ledger.submit(REGULATOR, new OversightCommand.ExtendRecall(recall.recallId(), second));
        assertThat(extended.batteries()).isEqualTo(1_300);

        RecallNotice closed = close(recall);
        assertThat(closed.cleared()).isEqualTo(1);
        assertThat(scene.battery(first.get(0)).recalls()).isEmpty();
        assertThat(scene.battery(second.get(0)).recalls()).containsExactly(recall.recallId());
        OversightCommand.ClearRecall clear = new OversightCommand.ClearRecall(recall.recallId());
        assertThat(scene.ledger.submit(REGULATOR, clear).cleared()).isEqualTo(2);
        assertThat(scene.battery(second.get(699)).recalls()).isEmpty();
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> scene.ledger.submit(REGULATOR, clear));
    }

    @Test
    void anOpenRecallIsNotCleared() {
        RecallNotice recall = recall(RecallScope.ofBatteries(List.of(scene.pack().id())));
        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(REGULATOR, new OversightCommand.ClearRecall(recall.recallId())));
    }

    @Test
    void aClosedRecallIsNeitherClosedAgainNorExtended() {
        RecallNotice recall = recall(RecallScope.ofBatteries(List.of(scene.pack().id())));
        String more = scene.pack().id();
        close(recall);
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> close(recall));
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.ExtendRecall(recall.recallId(), List.of(more))));
    }

    @Test
    void aBatteryIsInARecallOnceAndARecallOfAModelTakesNoSingleOnes() {
        String battery = scene.pack().id();
        RecallNotice single = recall(RecallScope.ofBatteries(List.of(battery)));
        RecallNotice model = recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));
        scene.refused(ErrorCode.ALREADY_EXISTS, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.ExtendRecall(single.recallId(), List.of(battery))));
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.ExtendRecall(model.recallId(), List.of(battery))));
    }

    @Test
    void unknownThingsAreRefused() {
        scene.refused(ErrorCode.RECALL_NOT_FOUND, () -> scene.ledger.submit(REGULATOR, new OversightCommand.CloseRecall("recall-0", "x")));
        scene.refused(ErrorCode.RECALL_NOT_FOUND, () -> scene.ledger.evaluate(MAKER, new OversightQuery.GetRecall("recall-0")));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> recall(RecallScope.ofBatteries(List.of(scene.id()))));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> recall(RecallScope.ofModel("StrangerMSP", "VT-75")));
    }

    @Test
    void theModelOfASuspendedManufacturerIsRecalledToo() {
        Battery battery = scene.pack();
        scene.ledger.submit(REGULATOR, new OversightCommand.Suspend("ManufacturerMSP", "gone"));
        RecallNotice recall = recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));
        assertThat(reaching(battery)).containsExactly(recall);
    }

    @Test
    void onlyTheRegulatorRecalls() {
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                MAKER, new OversightCommand.Recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"), "may burn", "return it")));
    }

    @Test
    void aBatteryThatEndedMeanwhileIsPassedOverWhenTheRecallIsClosed() {
        Battery battery = scene.pack();
        RecallNotice recall = recall(RecallScope.ofBatteries(List.of(battery.id())));
        scene.ledger.given(Keys.battery(battery.id()), scene.battery(battery.id()).edit().stage(Stage.RECYCLED).build());
        Battery ended = scene.battery(battery.id());
        close(recall);
        assertThat(scene.battery(battery.id())).isEqualTo(ended);
    }

    @Test
    void recallsAreListed() {
        RecallNotice one = recall(RecallScope.ofModel("ManufacturerMSP", "VT-75"));
        RecallNotice other = close(recall(RecallScope.ofModel("ManufacturerMSP", "VT-60")));
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.Recalls(10, null)).recalls()).containsExactlyInAnyOrder(one, other);
    }
}
