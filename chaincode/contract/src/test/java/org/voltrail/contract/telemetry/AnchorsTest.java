package org.voltrail.contract.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.STRANGER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.telemetry.Anchor;
import org.voltrail.model.telemetry.AnchorPage;
import org.voltrail.model.telemetry.MerkleTree;
import org.voltrail.model.telemetry.SubjectKind;
import org.voltrail.model.telemetry.TelemetryCommand;
import org.voltrail.model.telemetry.TelemetryQuery;
import org.voltrail.model.telemetry.Window;

class AnchorsTest {
    private static final List<byte[]> READINGS =
            IntStream.range(0, 60).mapToObj(i -> ("{\"deciC\":" + (200 + i) + "}").getBytes(StandardCharsets.UTF_8)).toList();
    private static final MerkleTree TREE = new MerkleTree(READINGS);

    private final Scene scene = new Scene();

    @Test
    void anAnchoredWindowProvesItsReadings() {
        Anchor anchor = anchor(CARRIER, "store-1", "dev-1", "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z");

        Anchor found = scene.ledger.evaluate(MAKER, new TelemetryQuery.Get("store-1", "dev-1", "2026-11-24T06:00:00.000Z"));
        assertThat(found).isEqualTo(anchor);
        assertThat(MerkleTree.verify(READINGS.get(7), 7, 60, TREE.proof(7), found.window().merkleRoot())).isTrue();
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("telemetry.anchored.v1");
        scene.refused(ErrorCode.ANCHOR_NOT_FOUND, () -> scene.ledger.evaluate(MAKER, new TelemetryQuery.Get("store-1", "dev-1", "2026-11-24T06:30:00Z")));
    }

    @Test
    void windowsOfADeviceDoNotOverlap() {
        anchor(CARRIER, "store-1", "dev-1", "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z");

        scene.refused(ErrorCode.WINDOW_OVERLAP, () -> anchor(CARRIER, "store-1", "dev-1", "2026-11-24T06:59:59Z", "2026-11-24T07:30:00Z"));
        scene.refused(ErrorCode.WINDOW_OVERLAP, () -> anchor(CARRIER, "store-1", "dev-1", "2026-11-24T05:00:00Z", "2026-11-24T05:30:00Z"));
        anchor(CARRIER, "store-1", "dev-1", "2026-11-24T07:00:00Z", "2026-11-24T07:30:00Z");
        anchor(CARRIER, "store-1", "dev-2", "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z");
    }

    @Test
    void nobodyElseGoesOnWithADevicesWindows() {
        anchor(CARRIER, "store-1", "dev-1", "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z");

        scene.refused(ErrorCode.NOT_OWNER, () -> anchor(RECYCLER, "store-1", "dev-1", "2026-11-24T07:00:00Z", "2026-11-24T07:30:00Z"));
    }

    @Test
    void whoHasNoPartInItDoesNotAnchor() {
        Battery battery = scene.pack();
        String offer = scene.offer(MAKER, RECYCLER, battery.id());

        scene.refused(ErrorCode.NOT_HOLDER, () -> anchor(RECYCLER, SubjectKind.BATTERY, battery.id()));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> anchor(STRANGER, SubjectKind.PLACE, "store-1"));
        scene.refused(ErrorCode.OFFER_NOT_FOUND, () -> anchor(MAKER, SubjectKind.OFFER, "offer-x"));
        anchor(MAKER, SubjectKind.BATTERY, battery.id());
        anchor(CARRIER, SubjectKind.OFFER, offer);
        scene.refused(ErrorCode.NOT_RECEIVER, () -> anchor(Scene.REGULATOR, SubjectKind.OFFER, offer));
    }

    @Test
    void aBatterysAnchorsAreFoundByAnyFormOfItsId() {
        Battery battery = scene.pack();
        anchor(MAKER, SubjectKind.BATTERY, battery.id());

        assertThat(page("(01)09506000134352(21)B-1", null, 10, null).anchors()).hasSize(1);
    }

    @Test
    void aWindowThatIsNotOverOrTooLongIsRefused() {
        scene.refused(ErrorCode.OUT_OF_RANGE, () -> anchor(CARRIER, "store-1", "dev-1", "2026-11-24T08:00:00Z", "2026-11-24T08:05:01Z"));
        scene.refused(ErrorCode.OUT_OF_RANGE, () -> anchor(CARRIER, "store-1", "dev-1", "2026-11-24T07:00:00Z", "2026-11-24T07:00:00Z"));
        scene.refused(ErrorCode.OUT_OF_RANGE, () -> anchor(CARRIER, "store-1", "dev-1", "2026-09-24T07:00:00Z", "2026-11-24T07:00:00Z"));
    }

    @Test
    void anchorsPage() {
        for (int hour = 0; hour < 7; hour++) {
            anchor(CARRIER, "store-1", "dev-" + hour % 2, "2026-11-24T0" + hour + ":00:00Z", "2026-11-24T0" + (hour + 1) + ":00:00Z");
        }
        anchor(CARRIER, "store-2", "dev-0", "2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z");

        List<Anchor> all = new ArrayList<>();
        AnchorPage page = page("store-1", null, 3, null);
        while (true) {
            all.addAll(page.anchors());
            if (page.bookmark() == null) {
                break;
            }
            page = page("store-1", null, 3, page.bookmark());
        }
        assertThat(all).hasSize(7).allSatisfy(anchor -> assertThat(anchor.subject()).isEqualTo("store-1"));
        assertThat(page("store-1", "dev-1", 10, null).anchors()).hasSize(3);
    }

    private AnchorPage page(String subject, @Nullable String device, int size, @Nullable String bookmark) {
        return scene.ledger.evaluate(MAKER, new TelemetryQuery.Anchors(subject, device, size, bookmark));
    }

    private Anchor anchor(TestIdentity client, String place, String device, String start, String end) {
        Window window = new Window(start, end, READINGS.size(), TREE.root());
        return scene.ledger.submit(client, new TelemetryCommand.Anchor(SubjectKind.PLACE, place, device, window, null));
    }

    private void anchor(TestIdentity client, SubjectKind kind, String subject) {
        Window window = new Window("2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z", READINGS.size(), TREE.root());
        scene.ledger.submit(client, new TelemetryCommand.Anchor(kind, subject, "dev-1", window, null));
    }
}
