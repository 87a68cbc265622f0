package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.DetailsReceipt;
import org.voltrail.model.battery.PrivateDetails;
import org.voltrail.model.json.CanonicalJson;

class DetailsTest {
    private static final PrivateDetails DETAILS = new PrivateDetails("00112233445566778899aabbccddeeff", "{\"cathode\":\"NMC 811\"}");
    private static final PrivateDetails FORGED = new PrivateDetails("00112233445566778899aabbccddeeff", "{\"cathode\":\"NMC 622\"}");

    private final Scene scene = new Scene();
    private final Battery battery = scene.pack();

    @Test
    void onlyTheSaltedHashIsOnTheChannel() {
        attach();
        store(MAKER, DETAILS);

        assertThat(scene.battery(battery.id()).detailHashes()).containsEntry("ManufacturerMSP", DETAILS.hash());
        assertThat(scene.ledger.fingerprint()).doesNotContain("811");
        assertThat(scene.ledger.events()).hasSize(2);
    }

    @Test
    void theOwnerReadsItsDetailsAndOthersWhatWasShared() {
        attach();
        store(MAKER, DETAILS);

        assertThat(get(MAKER)).isEqualTo(DETAILS);
        scene.refused(ErrorCode.DETAILS_NOT_FOUND, () -> get(RECYCLER));
        assertThat(share("RecyclerMSP").collection()).isEqualTo("_implicit_org_RecyclerMSP");
        assertThat(get(RECYCLER)).isEqualTo(DETAILS);
        scene.refused(ErrorCode.DETAILS_NOT_FOUND, () -> get(CARRIER));
    }

    @Test
    void whatWasToldCanBeVerified() {
        attach();

        assertThat(verify(DETAILS)).isTrue();
        assertThat(verify(FORGED)).isFalse();
    }

    @Test
    void otherDetailsThanThoseAttachedAreRefused() {
        scene.refused(ErrorCode.DETAILS_NOT_FOUND, () -> store(MAKER, DETAILS));
        attach();
        scene.refused(ErrorCode.DETAILS_MISMATCH, () -> store(MAKER, FORGED));
        scene.refused(ErrorCode.MALFORMED_REQUEST, () -> scene.ledger.submit(MAKER, new BatteryCommand.StoreDetails(battery.id())));
        scene.refused(ErrorCode.INVALID_FIELD, () -> store(MAKER, new PrivateDetails("salt", "x")));
    }

    @Test
    void onlyPartiesAttachAndOnlyTheOwnerShares() {
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(CARRIER, new BatteryCommand.AttachDetails(battery.id(), DETAILS.hash())));
        attach();
        scene.refused(ErrorCode.DETAILS_NOT_FOUND, () -> store(CARRIER, DETAILS));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> share("NobodyMSP"));
    }

    private void attach() {
        scene.ledger.submit(MAKER, new BatteryCommand.AttachDetails(battery.id(), DETAILS.hash()));
    }

    private void store(TestIdentity client, PrivateDetails details) {
        scene.ledger.submit(client, new BatteryCommand.StoreDetails(battery.id()), secret(details));
    }

    private DetailsReceipt share(String recipient) {
        return scene.ledger.submit(MAKER, new BatteryCommand.ShareDetails(battery.id(), recipient), secret(DETAILS));
    }

    private static Map<String, byte[]> secret(PrivateDetails details) {
        return Map.of(PrivateDetails.TRANSIENT_KEY, CanonicalJson.write(details));
    }

    private PrivateDetails get(TestIdentity client) {
        return scene.ledger.evaluate(client, new BatteryQuery.GetDetails(battery.id(), "ManufacturerMSP"));
    }

    private boolean verify(PrivateDetails details) {
        return scene.ledger.evaluate(CARRIER, new BatteryQuery.VerifyDetails(battery.id(), "ManufacturerMSP", details)).matches();
    }
}
