package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.oversight.Finding;
import org.voltrail.model.oversight.FindingReport;
import org.voltrail.model.oversight.FindingReport.Severity;
import org.voltrail.model.oversight.FindingSubject;
import org.voltrail.model.oversight.FindingSubject.Kind;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;

class FindingTest {
    private final Scene scene = new Scene();

    private static OversightCommand.RecordFinding recording(Kind kind, String id) {
        return new OversightCommand.RecordFinding(
                new FindingReport(new FindingSubject(kind, id), Severity.MAJOR, "Label", "The label is missing.", null, "2026-12-31"));
    }

    private List<Finding> findings(@Nullable FindingSubject subject) {
        return scene.ledger.evaluate(MAKER, new OversightQuery.Findings(subject, 10, null)).findings();
    }

    @Test
    void aFindingAboutABatteryStandsInItsHistoryAndIsFound() {
        Battery battery = scene.pack();
        Finding finding = scene.ledger.submit(REGULATOR, recording(Kind.BATTERY, battery.id()));

        assertThat(scene.battery(battery.id()).seq()).isEqualTo(2);
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("finding.recorded.v1");
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(1);
        assertThat(findings(new FindingSubject(Kind.BATTERY, battery.id().replace("id.example.org", "other.org")))).containsExactly(finding);
        assertThat(findings(new FindingSubject(Kind.PARTICIPANT, "ManufacturerMSP"))).isEmpty();
    }

    @Test
    void aFindingIsClosedOnce() {
        Finding finding = scene.ledger.submit(REGULATOR, recording(Kind.PARTICIPANT, "ManufacturerMSP"));
        OversightCommand.CloseFinding close = new OversightCommand.CloseFinding(finding.findingId(), "label added");
        assertThat(scene.ledger.submit(REGULATOR, close).open()).isFalse();
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.GetFinding(finding.findingId())).resolution()).isEqualTo("label added");
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> scene.ledger.submit(REGULATOR, close));
    }

    @Test
    void whatIsNotOnTheLedgerHasNoFindings() {
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> scene.ledger.submit(REGULATOR, recording(Kind.BATTERY, scene.id())));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(REGULATOR, recording(Kind.PARTICIPANT, "StrangerMSP")));
        scene.refused(ErrorCode.LOT_NOT_FOUND, () -> scene.ledger.submit(REGULATOR, recording(Kind.LOT, "lot-0")));
        scene.refused(ErrorCode.FINDING_NOT_FOUND, () -> scene.ledger.submit(REGULATOR, new OversightCommand.CloseFinding("finding-0", "x")));
    }

    @Test
    void onlyTheRegulatorRecordsFindings() {
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(MAKER, recording(Kind.PARTICIPANT, "RecyclerMSP")));
    }

    @Test
    void aBatteryWhoseLifeIsOverKeepsItsHistory() {
        Battery battery = scene.pack();
        Battery ended = battery.edit().stage(Stage.RECYCLED).build();
        scene.ledger.given(Keys.battery(battery.id()), ended);
        Finding finding = scene.ledger.submit(REGULATOR, recording(Kind.BATTERY, battery.id()));
        assertThat(scene.battery(battery.id())).isEqualTo(ended);
        assertThat(findings(null)).containsExactly(finding);
    }
}
