package org.voltrail.contract.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferStatus;
import org.voltrail.model.custody.Settlement;

class DisputesTest {
    private final Scene scene = new Scene();
    private final Battery one = scene.pack();
    private final Battery other = scene.pack();
    private final Battery elsewhere = scene.pack();
    private String offer = "";

    @BeforeEach
    void handOver() {
        offer = scene.offer(MAKER, RECYCLER, one.id(), other.id());
        scene.ledger.submit(RECYCLER, new CustodyCommand.Accept(offer, null));
    }

    @Test
    void aDisputedBatteryIsNotHandedOnAndTheOtherIs() {
        dispute(RECYCLER, one);

        scene.refused(ErrorCode.IN_DISPUTE, () -> scene.offer(RECYCLER, CARRIER, one.id()));
        scene.handOver(RECYCLER, CARRIER, other.id());
        assertThat(get().status()).isEqualTo(OfferStatus.DISPUTED);
        assertThat(get().disputed()).containsExactly(one.id());
        assertThat(scene.ledger.evaluate(RECYCLER, new CustodyQuery.Inbox(10, null)).offers()).hasSize(1);
    }

    @Test
    void whatIsReturnedIsTheSendersAgain() {
        dispute(RECYCLER, one);
        scene.refused(ErrorCode.NOT_HOLDER, () -> resolve(RECYCLER, Settlement.RETURN));

        resolve(MAKER, Settlement.RETURN);

        assertThat(scene.battery(one.id()).holder()).isEqualTo("ManufacturerMSP");
        assertThat(scene.battery(other.id()).holder()).isEqualTo("RecyclerMSP");
        assertThat(scene.battery(one.id()).disputeId()).isNull();
        assertThat(get().status()).isEqualTo(OfferStatus.RETURNED);
        assertThat(scene.ledger.endorsersOf(Keys.battery(one.id()))).contains("ManufacturerMSP");
        scene.refused(ErrorCode.NO_DISPUTE, () -> resolve(MAKER, Settlement.RETURN));
    }

    @Test
    void theReceiverMayWithdrawItsComplaint() {
        dispute(RECYCLER);
        scene.refused(ErrorCode.NOT_RECEIVER, () -> resolve(MAKER, Settlement.KEEP));

        resolve(RECYCLER, Settlement.KEEP);

        assertThat(scene.battery(one.id()).holder()).isEqualTo("RecyclerMSP");
        assertThat(get().status()).isEqualTo(OfferStatus.SETTLED);
        assertThat(scene.ledger.evaluate(RECYCLER, new CustodyQuery.Inbox(10, null)).offers()).isEmpty();
    }

    @Test
    void theAuthorityDecidesEither() {
        dispute(RECYCLER);
        scene.refused(ErrorCode.NOT_HOLDER, () -> resolve(CARRIER, Settlement.RETURN));

        resolve(REGULATOR, Settlement.RETURN);

        assertThat(scene.battery(other.id()).holder()).isEqualTo("ManufacturerMSP");
    }

    @Test
    void onlyTheReceiverComplainsInTimeAboutWhatItHolds() {
        scene.refused(ErrorCode.NOT_RECEIVER, () -> dispute(MAKER, one));
        scene.refused(ErrorCode.INVALID_FIELD, () -> dispute(RECYCLER, one, elsewhere));
        scene.handOver(RECYCLER, CARRIER, other.id());
        scene.refused(ErrorCode.NOT_HOLDER, () -> dispute(RECYCLER));
        scene.ledger.pass(Duration.ofDays(31));
        scene.refused(ErrorCode.OFFER_EXPIRED, () -> dispute(RECYCLER, one));
    }

    private void dispute(TestIdentity client, Battery... batteries) {
        List<String> ids = Arrays.stream(batteries).map(Battery::id).toList();
        scene.ledger.submit(client, new CustodyCommand.Dispute(offer, ids, "cells are missing"));
    }

    private void resolve(TestIdentity client, Settlement settlement) {
        scene.ledger.submit(client, new CustodyCommand.ResolveDispute(offer, settlement, "agreed"));
    }

    private Offer get() {
        return scene.ledger.evaluate(MAKER, new CustodyQuery.GetOffer(offer));
    }
}
