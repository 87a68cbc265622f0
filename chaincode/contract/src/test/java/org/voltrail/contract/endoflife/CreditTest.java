package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Parties;
import org.voltrail.model.endoflife.ClaimSummary;
import org.voltrail.model.endoflife.ContentClaim;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.CreditTransfer;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;

class CreditTest {
    private final Yard yard = new Yard();
    private final Scene scene = yard.scene;
    private final Lot lot = yard.closedLot();
    private final String cobalt = Yard.cobalt(lot);

    private Credit credit(String id) {
        return scene.ledger.evaluate(CARRIER, new EndOfLifeQuery.GetCredit(id));
    }

    private static EndOfLifeCommand.ClaimRecycledContent claiming(ContentClaim... claims) {
        return new EndOfLifeCommand.ClaimRecycledContent(Arrays.asList(claims));
    }

    @Test
    void aPartOfACreditIsHandedOn() {
        CreditTransfer transfer =
                scene.ledger.submit(RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "ManufacturerMSP", 800_000L));

        assertThat(transfer.from().remainingMg()).isEqualTo(1_000_000);
        assertThat(transfer.to().owner()).isEqualTo("ManufacturerMSP");
        assertThat(transfer.to().parent()).isEqualTo(cobalt);
        assertThat(transfer.to().lotId()).isEqualTo(lot.lotId());
        assertThat(credit(transfer.to().creditId())).isEqualTo(transfer.to());
        assertThat(scene.ledger.evaluate(MAKER, new EndOfLifeQuery.Credits("ManufacturerMSP", 10, null)).credits()).containsExactly(transfer.to());
        assertThat(scene.ledger.endorsersOf(Keys.of("credit", transfer.to().creditId())))
                .containsExactlyInAnyOrder("ManufacturerMSP", "RegulatorMSP");
    }

    @Test
    void withoutAMassAllThatRemainsIsHandedOn() {
        CreditTransfer transfer = scene.ledger.submit(RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "CarrierMSP", null));
        assertThat(transfer.to().issuedMg()).isEqualTo(1_800_000);
        scene.refused(ErrorCode.CREDIT_SPENT, () -> scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "CarrierMSP", null)));
    }

    @Test
    void moreThanRemainsIsNotHandedOn() {
        scene.refused(ErrorCode.CREDIT_SPENT, () -> yard.transferred(cobalt, 1_800_001));
    }

    @Test
    void onlyTheOwnerHandsOnAndOnlyToAnotherParticipant() {
        scene.refused(ErrorCode.NOT_OWNER, () -> scene.ledger.submit(
                MAKER, new EndOfLifeCommand.TransferCredit(cobalt, "CarrierMSP", 1L)));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "StrangerMSP", 1L)));
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "RecyclerMSP", 1L)));
        scene.refused(ErrorCode.CREDIT_NOT_FOUND, () -> scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.TransferCredit("credit-0", "CarrierMSP", 1L)));
    }

    @Test
    void recoveredMaterialBecomesRecycledContentOfANewBattery() {
        Battery battery = yard.fresh();
        String mine = yard.transferred(cobalt, 800_000);

        ClaimSummary summary = scene.ledger.submit(MAKER, claiming(new ContentClaim(battery.id(), mine, 320_000)));

        assertThat(summary).isEqualTo(new ClaimSummary(1, 320_000));
        assertThat(scene.battery(battery.id()).recycledContentMg()).containsEntry(Material.COBALT, 320_000L);
        assertThat(credit(mine).remainingMg()).isEqualTo(480_000);
        assertThat(scene.ledger.evaluate(CARRIER, new EndOfLifeQuery.CreditUses(mine, 10, null)).uses())
                .singleElement()
                .satisfies(use -> assertThat(use.battery()).isEqualTo(battery.id()));
        assertThat(scene.ledger.lastEvent().data(EndOfLifeFact.ContentClaimed.class).credits()).containsExactly(credit(mine));
    }

    @Test
    void aCreditIsSpentOnceOverManyBatteries() {
        String mine = yard.transferred(cobalt, 1_000_000);
        List<String> batteries = yard.fresh(3);
        ContentClaim[] claims = batteries.stream().map(id -> new ContentClaim(id, mine, 333_334)).toArray(ContentClaim[]::new);

        assertThat(scene.refused(ErrorCode.CREDIT_SPENT, () -> scene.ledger.submit(MAKER, claiming(claims))).field())
                .isEqualTo("command.claims[2].massMg");
        claims[2] = new ContentClaim(batteries.get(2), mine, 333_332);
        scene.ledger.submit(MAKER, claiming(claims));
        assertThat(credit(mine).remainingMg()).isZero();
        scene.refused(ErrorCode.CREDIT_SPENT, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(batteries.get(0), mine, 1))));
    }

    @Test
    void noMoreIsRecycledThanThereIsInTheBattery() {
        Battery battery = yard.fresh();
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.TransferCredit(cobalt, "ManufacturerMSP", 1_500_000L));
        Lot more = yard.closedLot();
        String first = scene.ledger.evaluate(MAKER, new EndOfLifeQuery.Credits("ManufacturerMSP", 10, null)).credits().get(0).creditId();
        String second = yard.transferred(Yard.cobalt(more), 1_500_000);
        ContentClaim one = new ContentClaim(battery.id(), first, 1_500_000);
        ContentClaim tooMuch = new ContentClaim(battery.id(), second, 500_001);

        scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(MAKER, claiming(one, tooMuch)));
        scene.ledger.submit(MAKER, claiming(one));
        scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(MAKER, claiming(tooMuch)));
        scene.ledger.submit(MAKER, claiming(new ContentClaim(battery.id(), second, 500_000)));
        assertThat(scene.battery(battery.id()).recycledContentMg()).containsEntry(Material.COBALT, Yard.COBALT_MG);
    }

    @Test
    void aMaterialThatIsNotInTheBatteryIsNotClaimed() {
        String mine = yard.transferred(cobalt, 1_000);
        Battery undeclared = scene.pack();
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(undeclared.id(), mine, 1))));
    }

    @Test
    void onlyTheManufacturerClaimsAndOnlyForNewBatteriesInItsHands() {
        Battery used = yard.inService();
        Battery gone = yard.fresh();
        String mine = yard.transferred(cobalt, 1_000);
        scene.handOver(MAKER, CARRIER, gone.id());
        Battery fresh = yard.fresh();

        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(RECYCLER, claiming(new ContentClaim(fresh.id(), cobalt, 1))));
        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(used.id(), mine, 1))));
        scene.refused(ErrorCode.NOT_HOLDER, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(gone.id(), mine, 1))));
    }

    @Test
    void anotherManufacturersBatteryIsNotClaimedFor() {
        Battery battery = yard.fresh();
        String mine = yard.transferred(cobalt, 1_000);
        scene.ledger.given(Keys.battery(battery.id()), new Battery(
                battery.id(), battery.identities(), battery.specification(),
                new Parties("OtherMSP", "OtherMSP", "ManufacturerMSP"), battery.status(), battery.stage(),
                battery.condition(), null, null, List.of(), null, null, List.of(), List.of(), null, null, null, List.of(), null,
                battery.milestones(), battery.origins(), battery.removedMg(), battery.recycledContentMg(), null, Map.of(),
                battery.seq(), battery.head()));
        scene.refused(ErrorCode.NOT_MANUFACTURER, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(battery.id(), mine, 1))));
    }

    @Test
    void anotherOrganisationsCreditIsNotSpent() {
        Battery battery = yard.fresh();
        scene.refused(ErrorCode.NOT_OWNER, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(battery.id(), cobalt, 1))));
        scene.refused(ErrorCode.CREDIT_NOT_FOUND, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(battery.id(), "credit-0", 1))));
    }

    @Test
    void aCreditChangesOnlyWithItsOwnersOrTheAuthoritysEndorsement() {
        scene.ledger.endorsedBy("ManufacturerMSP", "CarrierMSP");
        assertThatIllegalStateException()
                .isThrownBy(() -> yard.transferred(cobalt, 1))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void aBatteryBuiltIntoAnotherIsNoLongerClaimedFor() {
        Battery pack = scene.pack();
        Battery module = scene.registered(Level.MODULE);
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(pack.id(), List.of(module.id())));
        String mine = yard.transferred(cobalt, 1_000);
        scene.refused(ErrorCode.PART_OF_ASSEMBLY, () -> scene.ledger.submit(MAKER, claiming(new ContentClaim(module.id(), mine, 1))));
    }
}
