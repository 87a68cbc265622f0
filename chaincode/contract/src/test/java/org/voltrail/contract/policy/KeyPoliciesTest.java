package org.voltrail.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;

/** Rule 2 of docs/policies.md: the policies of keys. */
class KeyPoliciesTest {
    private final Scene scene = new Scene();

    @Test
    void anyMajorityMayEndorseARegistrationSinceItsKeyIsNew() {
        scene.ledger.endorsedBy("RecyclerMSP", "CarrierMSP", "RegulatorMSP");

        String id = scene.pack().id();

        assertThat(scene.ledger.endorsersOf(Keys.battery(id))).containsExactlyInAnyOrder("ManufacturerMSP", "RegulatorMSP");
    }

    @Test
    void aMajorityWithoutTheHolderAndTheRegulatorCannotMoveABattery() {
        String id = scene.pack().id();
        scene.ledger.endorsedBy("RecyclerMSP", "CarrierMSP");

        assertThatIllegalStateException()
                .isThrownBy(() -> scene.ledger.submit(MAKER, scene.offering(CARRIER, Scene.SOUND, id)))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void theReceiversPeerAloneCannotTakeWhatWasOffered() {
        String id = scene.pack().id();
        String offer = scene.offer(MAKER, CARRIER, id);
        scene.ledger.endorsedBy("RecyclerMSP", "CarrierMSP");

        assertThatIllegalStateException()
                .isThrownBy(() -> scene.ledger.submit(CARRIER, new CustodyCommand.Accept(offer, null)))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void theKeyGoesToTheNewHolderWithTheBattery() {
        String id = scene.pack().id();

        scene.handOver(MAKER, CARRIER, id);

        assertThat(scene.ledger.endorsersOf(Keys.battery(id))).containsExactlyInAnyOrder("CarrierMSP", "RegulatorMSP");
    }

    @Test
    void aHoldLeavesTheKeyToTheRegulatorAlone() {
        String id = scene.pack().id();

        hold(id);

        assertThat(scene.ledger.endorsersOf(Keys.battery(id))).containsExactly("RegulatorMSP");
    }

    @Test
    void allOthersTogetherCannotReleaseAHold() {
        String id = scene.pack().id();
        HoldSummary hold = hold(id);
        scene.ledger.endorsedBy("ManufacturerMSP", "RecyclerMSP", "CarrierMSP");

        assertThatIllegalStateException()
                .isThrownBy(() -> scene.ledger.submit(REGULATOR, new OversightCommand.Release(hold.holdId(), List.of(id), "measured again")))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void aHoldNeedsNoConsentOfTheHoldersPeer() {
        String id = scene.pack().id();
        scene.ledger.endorsedBy("RecyclerMSP", "CarrierMSP", "RegulatorMSP");

        hold(id);

        assertThat(scene.battery(id).onHold()).isTrue();
    }

    @Test
    void aReleasedBatterysKeyIsItsHoldersAgain() {
        String id = scene.pack().id();
        HoldSummary hold = hold(id);

        scene.ledger.submit(REGULATOR, new OversightCommand.Release(hold.holdId(), List.of(id), "measured again"));

        assertThat(scene.ledger.endorsersOf(Keys.battery(id))).containsExactlyInAnyOrder("ManufacturerMSP", "RegulatorMSP");
    }

    private HoldSummary hold(String id) {
        return scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(id), "cell defect suspected", "Art. 79(1)"));
    }
}
