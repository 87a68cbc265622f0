package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.oversight.BatteryHold;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightFact;
import org.voltrail.model.oversight.OversightQuery;

class HoldTest {
    private final Scene scene = new Scene();

    private HoldSummary hold(String... batteries) {
        return scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(batteries), "smoke", "Art. 79"));
    }

    private HoldSummary release(HoldSummary hold, String... batteries) {
        return scene.ledger.submit(REGULATOR, new OversightCommand.Release(hold.holdId(), List.of(batteries), "harmless"));
    }

    @Test
    void aBatteryOnHoldCannotBeOffered() {
        Battery battery = scene.pack();
        hold(battery.id());

        scene.refused(ErrorCode.ON_HOLD, () -> scene.offer(MAKER, CARRIER, battery.id()));
        scene.refused(ErrorCode.ON_HOLD, () -> scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(battery.id(), "hide it")));
    }

    @Test
    void whileHeldABatteryChangesOnlyWithTheAuthoritysEndorsement() {
        Battery battery = scene.pack();
        HoldSummary hold = hold(battery.id());
        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactly("RegulatorMSP");
        scene.ledger.endorsedBy("ManufacturerMSP", "CarrierMSP", "RecyclerMSP");
        assertThatIllegalStateException()
                .isThrownBy(() -> release(hold, battery.id()))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void aReleasedBatteryIsItsHoldersAgain() {
        Battery battery = scene.pack();
        release(hold(battery.id()), battery.id());

        assertThat(scene.battery(battery.id()).onHold()).isFalse();
        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactlyInAnyOrder("ManufacturerMSP", "RegulatorMSP");
        scene.handOver(MAKER, CARRIER, battery.id());
        assertThat(scene.ledger.events()).extracting(event -> event.type()).contains("battery.held.v1", "battery.released.v1");
    }

    @Test
    void aBatteryUnderTwoHoldsIsFreeWhenBothAreReleased() {
        Battery battery = scene.pack();
        HoldSummary first = hold(battery.id());
        HoldSummary second = hold(battery.id());
        release(first, battery.id());
        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactly("RegulatorMSP");
        scene.refused(ErrorCode.ON_HOLD, () -> scene.offer(MAKER, CARRIER, battery.id()));
        release(second, battery.id());
        assertThat(scene.battery(battery.id()).onHold()).isFalse();
    }

    @Test
    void anOfferThatWasOpenIsNotAcceptedWhileTheBatteryIsHeld() {
        Battery battery = scene.pack();
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        hold(battery.id());
        scene.refused(ErrorCode.ON_HOLD, () -> scene.ledger.submit(CARRIER, new CustodyCommand.Accept(offer, null)));
    }

    @Test
    void aHoldIsReleasedOnce() {
        Battery battery = scene.pack();
        HoldSummary hold = hold(battery.id());
        release(hold, battery.id());
        scene.refused(ErrorCode.HOLD_NOT_FOUND, () -> release(hold, battery.id()));
        scene.refused(ErrorCode.HOLD_NOT_FOUND, () -> release(new HoldSummary("hold-0", 1), battery.id()));
    }

    @Test
    void onlyTheRegulatorHoldsAndReleases() {
        Battery battery = scene.pack();
        HoldSummary hold = hold(battery.id());
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                MAKER, new OversightCommand.Release(hold.holdId(), List.of(battery.id()), "mine")));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                MAKER, new OversightCommand.Hold(List.of(battery.id()), "mine", "none")));
    }

    @Test
    void aHoldReachesAThousandBatteriesInOneTransactionAndNotMore() {
        List<String> ids = scene.packs(1_000);
        assertThat(hold(ids.toArray(String[]::new)).batteries()).isEqualTo(1_000);
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(1_000);
        List<String> more = new ArrayList<>(ids);
        more.add(scene.pack().id());
        scene.refused(ErrorCode.BATCH_TOO_LARGE, () -> hold(more.toArray(String[]::new)));
    }

    @Test
    void allBatteriesAreHeldOrNone() {
        Battery battery = scene.pack();
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> hold(battery.id(), scene.id()));
        scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> hold(battery.id(), battery.id()));
    }

    @Test
    void whatHasEndedIsNotHeld() {
        Battery battery = scene.pack();
        scene.ledger.given(Keys.battery(battery.id()), battery.edit().stage(Stage.DISPOSED).build());
        scene.refused(ErrorCode.BATTERY_ENDED, () -> hold(battery.id()));
    }

    @Test
    void theHoldsOnABatteryAreKnownWithTheirReasons() {
        Battery battery = scene.pack();
        HoldSummary hold = hold(battery.id());
        release(hold, battery.id());
        List<BatteryHold> holds = scene.ledger.evaluate(CARRIER, new OversightQuery.Holds(battery.id(), 10, null)).holds();
        assertThat(holds).singleElement().satisfies(found -> {
            assertThat(found.reason()).isEqualTo("smoke");
            assertThat(found.legalBasis()).isEqualTo("Art. 79");
            assertThat(found.releaseReason()).isEqualTo("harmless");
        });
        assertThat(scene.ledger.lastEvent().data(OversightFact.Released.class).holdId()).isEqualTo(hold.holdId());
    }

    @Test
    void aHeldBatteryGetsNoOtherName() {
        Battery battery = scene.pack();
        hold(battery.id());
        scene.refused(ErrorCode.ON_HOLD, () -> scene.ledger.submit(
                MAKER, new BatteryCommand.AddIdentity(battery.id(), new Identity(IdentityScheme.SERIAL, "SN-9"))));
    }
}
