package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.Disposal;
import org.voltrail.model.endoflife.DisposalCertificate;
import org.voltrail.model.endoflife.DisposalOperation;
import org.voltrail.model.endoflife.DisposalSummary;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

class DisposalTest {
    private final Yard yard = new Yard();
    private final Scene scene = yard.scene;

    private static EndOfLifeCommand.Dispose disposing(String on, String... batteries) {
        DisposalCertificate certificate = new DisposalCertificate("Z-1", "Incinerator 3", "2026-11-23", "cd".repeat(32));
        return new EndOfLifeCommand.Dispose(
                Arrays.asList(batteries), new Disposal(DisposalOperation.D10, "Incinerator 3", on, "burnt out", certificate));
    }

    @Test
    void aDisposedBatteryIsGoneForGood() {
        Battery battery = yard.collected();
        Lot lot = yard.lot();

        DisposalSummary summary = scene.ledger.submit(RECYCLER, disposing("2026-11-22", battery.id()));

        assertThat(summary).isEqualTo(new DisposalSummary("Z-1", 1));
        Battery ended = scene.battery(battery.id());
        assertThat(ended.stage()).isEqualTo(Stage.DISPOSED);
        assertThat(ended.origins()).containsEntry(Milestone.DISPOSED, new Origin("RecyclerMSP", "2026-11-22"));
        assertThat(scene.ledger.lastEvent().data(EndOfLifeFact.Disposed.class).disposal().certificate().number()).isEqualTo("Z-1");
        scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.ledger.submit(RECYCLER, disposing("2026-11-22", battery.id())));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> yard.add(lot, battery.id()));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.offer(RECYCLER, MAKER, battery.id()));
    }

    @Test
    void onlyAnAccreditedRecyclerDisposesOfWasteInItsHands() {
        String elsewhere = yard.inService().id();
        String held = yard.collected().id();
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, disposing("2026-11-22", held)));
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(RECYCLER, disposing("2026-11-22", elsewhere)));
        scene.handOver(MAKER, RECYCLER, elsewhere);
        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(RECYCLER, disposing("2026-11-22", elsewhere)));
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.DISPOSAL, "fraud"));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> scene.ledger.submit(RECYCLER, disposing("2026-11-22", held)));
    }

    @Test
    void manyAreDisposedOfTogetherOrNotAtAll() {
        String one = yard.collected().id();
        String other = yard.collected().id();
        scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(other), "evidence", "Art. 79"));
        scene.refused(ErrorCode.ON_HOLD, () -> scene.ledger.submit(RECYCLER, disposing("2026-11-22", one, other)));
        assertThat(scene.battery(one).stage()).isEqualTo(Stage.COLLECTED);
    }

    @Test
    void aDateThatDoesNotFitIsRefused() {
        String battery = yard.collected().id();
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(RECYCLER, disposing("2024-01-01", battery))).field())
                .isEqualTo("command.disposal.disposedOn");
    }
}
