package org.voltrail.contract.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.DAMAGED;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;
import static org.voltrail.contract.testing.Scene.SOUND;
import static org.voltrail.contract.testing.Scene.STRANGER;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.contract.testing.TestStub;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.ModelRecalls;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.CustodyFact;
import org.voltrail.model.custody.CustodyQuery;
import org.voltrail.model.custody.Offer;
import org.voltrail.model.custody.OfferStatus;

class HandoverTest {
    private final Scene scene = new Scene();
    private final Battery battery = scene.pack();

    @Test
    void custodyChangesWithBothSignaturesAndTheKeyFollows() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        assertThat(scene.battery(battery.id()).holder()).isEqualTo("ManufacturerMSP");
        assertThat(scene.battery(battery.id()).offerId()).isEqualTo(offer);

        scene.ledger.submit(CARRIER, new CustodyCommand.Accept(offer, "Hof"));

        Battery after = scene.battery(battery.id());
        assertThat(after.holder()).isEqualTo("CarrierMSP");
        assertThat(after.place()).isEqualTo("Hof");
        assertThat(after.offerId()).isNull();
        assertThat(after.reached(Milestone.CUSTODY_ACCEPTED)).isTrue();
        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactlyInAnyOrder("CarrierMSP", "RegulatorMSP");
        assertThat(scene.ledger.lastEvent().data(CustodyFact.Accepted.class))
                .isEqualTo(new CustodyFact.Accepted(offer, "ManufacturerMSP", "CarrierMSP", "Hof"));
    }

    @Test
    void noMajorityOfOthersMovesABattery() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        scene.ledger.endorsedBy("CarrierMSP", "RecyclerMSP");

        assertThatThrownBy(() -> scene.ledger.submit(CARRIER, new CustodyCommand.Accept(offer, null))).hasMessageContaining("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void aThiefDoesNotOfferWhatItDoesNotHold() {
        assertThat(scene.refused(ErrorCode.NOT_HOLDER, () -> scene.offer(CARRIER, RECYCLER, battery.id())).expected()).isEqualTo("ManufacturerMSP");
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.offer(STRANGER, RECYCLER, battery.id()));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.offer(MAKER, STRANGER, battery.id()));
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.offer(MAKER, MAKER, battery.id()));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> scene.offer(MAKER, CARRIER, scene.id()));
    }

    @Test
    void onlyTheReceiverAcceptsAndOnlyOnce() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());

        scene.refused(ErrorCode.NOT_RECEIVER, () -> accept(RECYCLER, offer));
        scene.refused(ErrorCode.NOT_RECEIVER, () -> accept(MAKER, offer));
        scene.refused(ErrorCode.OFFER_NOT_FOUND, () -> accept(CARRIER, "offer-nothing"));
        accept(CARRIER, offer);
        scene.refused(ErrorCode.OFFER_NOT_OPEN, () -> accept(CARRIER, offer));
    }

    @Test
    void aBatteryIsInOneOpenOfferOnly() {
        scene.offer(MAKER, CARRIER, battery.id());

        scene.refused(ErrorCode.ALREADY_OFFERED, () -> scene.offer(MAKER, RECYCLER, battery.id()));
        scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> scene.offer(MAKER, RECYCLER, battery.id(), battery.id().replace("example.org", "example.com")));
    }

    @Test
    void twoAcceptancesAtATimeConflict() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        TestStub first = scene.ledger.simulate(CARRIER, "first", new CustodyCommand.Accept(offer, null));
        TestStub second = scene.ledger.simulate(CARRIER, "second", new CustodyCommand.Accept(offer, null));
        scene.ledger.commit(first);

        assertThatThrownBy(() -> scene.ledger.commit(second)).hasMessageContaining("MVCC_READ_CONFLICT");
    }

    @Test
    void theReceiverMayRejectAndTheHolderMayCancel() {
        String rejected = scene.offer(MAKER, CARRIER, battery.id());
        scene.refused(ErrorCode.NOT_RECEIVER, () -> scene.ledger.submit(RECYCLER, new CustodyCommand.Reject(rejected, "no room")));
        scene.ledger.submit(CARRIER, new CustodyCommand.Reject(rejected, "no room"));
        String cancelled = scene.offer(MAKER, CARRIER, battery.id());
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(CARRIER, new CustodyCommand.Cancel(cancelled, "sold")));
        scene.ledger.submit(MAKER, new CustodyCommand.Cancel(cancelled, "sold"));

        assertThat(get(rejected).status()).isEqualTo(OfferStatus.REJECTED);
        assertThat(get(cancelled).status()).isEqualTo(OfferStatus.CANCELLED);
        assertThat(get(cancelled).reason()).isEqualTo("sold");
        assertThat(scene.battery(battery.id()).offerId()).isNull();
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("custody.cancelled.v1");
        scene.refused(ErrorCode.OFFER_NOT_OPEN, () -> accept(CARRIER, rejected));
    }

    @Test
    void anOfferEndsWithItsTime() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        scene.refused(ErrorCode.OFFER_NOT_EXPIRED, () -> scene.ledger.submit(MAKER, new CustodyCommand.Expire(offer)));

        scene.ledger.pass(Duration.ofDays(7));

        scene.refused(ErrorCode.OFFER_EXPIRED, () -> accept(CARRIER, offer));
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(RECYCLER, new CustodyCommand.Expire(offer)));
        scene.ledger.submit(REGULATOR, new CustodyCommand.Expire(offer));
        assertThat(get(offer).status()).isEqualTo(OfferStatus.EXPIRED);
        scene.offer(MAKER, CARRIER, battery.id());
    }

    @Test
    void anOffersEndLiesAheadWithinHalfAYear() {
        for (String end : List.of("2026-11-24T08:00:00Z", "2027-05-24T08:00:00Z")) {
            CustodyCommand.Offer offer = new CustodyCommand.Offer("CarrierMSP", List.of(battery.id()), SOUND, null, end);
            assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(MAKER, offer)).field()).isEqualTo("command.expiresAt");
        }
    }

    @Test
    void whatIsPackedWronglyDoesNotLeave() {
        condition(MAKER, battery, Condition.DAMAGED, null);

        assertThat(scene.refused(ErrorCode.PACKING_MISMATCH, () -> scene.offer(MAKER, CARRIER, battery.id())).expected()).contains("P908");
        scene.ledger.submit(MAKER, scene.offering(CARRIER, DAMAGED, battery.id()));
    }

    @Test
    void soundAndDamagedDoNotTravelTogether() {
        Battery damaged = scene.pack();
        condition(MAKER, damaged, Condition.DAMAGED, null);

        scene.refused(ErrorCode.MIXED_CONSIGNMENT, () -> scene.offer(MAKER, CARRIER, battery.id(), damaged.id()));
    }

    @Test
    void whatIsDamagedWhileOnOfferIsNotAcceptedInSoundPacking() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        condition(MAKER, battery, Condition.CRITICAL, null);

        scene.refused(ErrorCode.PACKING_MISMATCH, () -> accept(CARRIER, offer));
        scene.ledger.submit(CARRIER, new CustodyCommand.Reject(offer, "swollen"));
    }

    @Test
    void aConditionGetsWorseAtOnceAndBetterWithEvidence() {
        condition(MAKER, battery, Condition.DEFECTIVE, null);
        assertThat(scene.battery(battery.id()).reached(Milestone.DAMAGED)).isTrue();

        scene.refused(ErrorCode.WRONG_CONDITION, () -> condition(MAKER, battery, Condition.SOUND, null));
        scene.refused(ErrorCode.NOT_HOLDER, () -> condition(CARRIER, battery, Condition.CRITICAL, null));
        condition(MAKER, battery, Condition.SOUND, "a".repeat(64));
    }

    @Test
    void aRecalledBatteryGoesOnlyToWhereItIsDealtWith() {
        scene.ledger.given(Keys.recallModel("ManufacturerMSP", "VT-75"), new ModelRecalls(List.of(new ModelRecalls.Entry("r-1", null))));

        scene.refused(ErrorCode.UNDER_RECALL, () -> scene.offer(MAKER, CARRIER, battery.id()));
        scene.handOver(MAKER, RECYCLER, battery.id());
        scene.handOver(RECYCLER, MAKER, battery.id());
    }

    @Test
    void aRecallThatOpensMeanwhileStopsTheHandover() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        scene.ledger.given(Keys.recallModel("ManufacturerMSP", "VT-75"), new ModelRecalls(List.of(new ModelRecalls.Entry("r-1", null))));

        scene.refused(ErrorCode.UNDER_RECALL, () -> accept(CARRIER, offer));
    }

    @Test
    void aHoldStopsTheHandover() {
        String offer = scene.offer(MAKER, CARRIER, battery.id());
        scene.ledger.given(Keys.battery(battery.id()), scene.battery(battery.id()).edit().addHold("h-1").build());

        scene.refused(ErrorCode.ON_HOLD, () -> accept(CARRIER, offer));
    }

    @Test
    void boxesShowWhatWaitsForEitherSide() {
        String open = scene.offer(MAKER, CARRIER, battery.id());
        String closed = scene.offer(MAKER, CARRIER, scene.pack().id());
        accept(CARRIER, closed);
        scene.offer(MAKER, RECYCLER, scene.pack().id());

        assertThat(inbox(CARRIER)).extracting(Offer::id).containsExactly(open);
        assertThat(scene.ledger.evaluate(MAKER, new CustodyQuery.Outbox(10, null)).offers()).hasSize(2);
        assertThat(get(open).batteries()).containsExactly(battery.id());
        scene.refused(ErrorCode.OFFER_NOT_FOUND, () -> get("offer-x"));
    }

    @Test
    void boxesPage() {
        for (int i = 0; i < 5; i++) {
            scene.offer(MAKER, CARRIER, scene.pack().id());
        }
        var first = scene.ledger.evaluate(CARRIER, new CustodyQuery.Inbox(3, null));
        var second = scene.ledger.evaluate(CARRIER, new CustodyQuery.Inbox(3, first.bookmark()));

        assertThat(first.offers()).hasSize(3);
        assertThat(second.offers()).hasSize(2);
        assertThat(second.bookmark()).isNull();
        assertThat(first.offers()).doesNotContainAnyElementsOf(second.offers());
    }

    @Test
    void aConsignmentOfFiveThousandIsHandedOverAsOne() {
        scene.ledger.endorsedBy("ManufacturerMSP");
        List<String> ids = java.util.stream.IntStream.range(0, 5).boxed().flatMap(i -> scene.packs(1_000).stream()).toList();

        scene.handOver(MAKER, CARRIER, ids.toArray(String[]::new));

        assertThat(scene.battery(ids.get(4_999)).holder()).isEqualTo("CarrierMSP");
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(5_000);
        assertThat(scene.ledger.operations()).isLessThanOrEqualTo(4 * 5_000 + 10);
        String[] tooMany = java.util.stream.Stream.concat(ids.stream(), java.util.stream.Stream.of(battery.id())).toArray(String[]::new);
        scene.refused(ErrorCode.BATCH_TOO_LARGE, () -> scene.offer(CARRIER, RECYCLER, tooMany));
    }

    @Test
    void wasteTravelsUnderTheProvisionForWaste() {
        scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(battery.id(), "crash"));

        scene.handOver(MAKER, CARRIER, battery.id());
    }

    private void accept(TestIdentity client, String offer) {
        scene.ledger.submit(client, new CustodyCommand.Accept(offer, null));
    }

    private void condition(TestIdentity client, Battery which, Condition condition, @org.jspecify.annotations.Nullable String evidence) {
        scene.ledger.submit(client, new CustodyCommand.RecordCondition(which.id(), condition, null, null, evidence));
    }

    private Offer get(String offer) {
        return scene.ledger.evaluate(MAKER, new CustodyQuery.GetOffer(offer));
    }

    private List<Offer> inbox(TestIdentity client) {
        return scene.ledger.evaluate(client, new CustodyQuery.Inbox(10, null)).offers();
    }
}
