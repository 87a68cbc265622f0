package org.voltrail.contract.endoflife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.Credit;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.EndOfLifeFact;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotIntakePage;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

class LotTest {
    private final Yard yard = new Yard();
    private final Scene scene = yard.scene;

    @Test
    void aLotIsFilledEmptiedAndClosed() {
        Battery battery = yard.collected();
        Lot lot = yard.add(yard.lot(), battery.id());
        assertThat(scene.battery(battery.id()).stage()).isEqualTo(Stage.IN_LOT);
        assertThat(scene.battery(battery.id()).lotId()).isEqualTo(lot.lotId());
        yard.output(lot, Yard.recycled(Material.COBALT, 1_900_000), Yard.recycled(Material.OTHER, 68_100_000));

        Lot closed = yard.close(lot, 30_000_000);

        assertThat(closed.state()).isEqualTo(Lot.State.SETTLED);
        assertThat(closed.result().efficiencyPermille()).isEqualTo(700);
        assertThat(closed.result().met()).isTrue();
        assertThat(yard.read(lot)).isEqualTo(closed);
    }

    @Test
    void whenItsLotIsClosedABatteryIsRecycledAndNothingHappensToItAnyMore() {
        Battery battery = yard.collected();
        Lot lot = yard.add(yard.lot(), battery.id());
        Lot next = yard.lot();
        yard.close(lot, Yard.PACK_MG);

        Battery ended = scene.battery(battery.id());
        assertThat(ended.stage()).isEqualTo(Stage.RECYCLED);
        assertThat(ended.origins()).containsEntry(Milestone.RECYCLED, new Origin("RecyclerMSP", "2026-11-23"));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.offer(RECYCLER, MAKER, battery.id()));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> yard.collect(battery.id()));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> yard.add(next, battery.id()));
        scene.refused(ErrorCode.BATTERY_ENDED, () -> scene.ledger.submit(
                REGULATOR, new OversightCommand.Hold(List.of(battery.id()), "late", "Art. 79")));
    }

    @Test
    void theHistoryOfARecycledBatteryEndsWithItsLot() {
        Battery battery = yard.collected();
        Lot lot = yard.add(yard.lot(), battery.id());
        yard.close(lot, Yard.PACK_MG);

        assertThat(scene.ledger.evaluate(CARRIER, new BatteryQuery.History(battery.id(), 10, true, null)).events())
                .extracting(event -> event.type())
                .startsWith("battery.recycled.v1", "battery.entered-lot.v1", "battery.collected.v1");
    }

    @Test
    void aCreditIsIssuedForEachRecycledMaterialButNotForMixtures() {
        Lot lot = yard.closedLot();

        List<Credit> credits = scene.ledger.evaluate(CARRIER, new EndOfLifeQuery.Credits("RecyclerMSP", 10, null)).credits();
        assertThat(credits).singleElement().satisfies(credit -> {
            assertThat(credit.creditId()).isEqualTo(Yard.cobalt(lot));
            assertThat(credit.material()).isEqualTo(Material.COBALT);
            assertThat(credit.issuedMg()).isEqualTo(1_800_000);
            assertThat(credit.remainingMg()).isEqualTo(1_800_000);
        });
        assertThat(scene.ledger.lastEvent().data(EndOfLifeFact.LotClosed.class).credits()).isEqualTo(credits);
        assertThat(scene.ledger.endorsersOf(Keys.of("credit", Yard.cobalt(lot)))).containsExactlyInAnyOrder("RecyclerMSP", "RegulatorMSP");
    }

    @Test
    void moreThanWentInNeverComesOut() {
        Lot lot = yard.add(yard.lot(), yard.collected().id());
        scene.refused(ErrorCode.MASS_BALANCE, () -> yard.output(lot, Yard.recycled(Material.BLACK_MASS, Yard.PACK_MG + 1)));
        scene.refused(ErrorCode.MASS_BALANCE, () -> yard.output(lot, Yard.recycled(Material.COBALT, Yard.COBALT_MG + 1)));
        yard.output(lot, Yard.recycled(Material.BLACK_MASS, Yard.PACK_MG));
        scene.refused(ErrorCode.MASS_BALANCE, () -> yard.output(lot, Yard.recycled(Material.COBALT, 1)));
    }

    @Test
    void aLotThatDoesNotBalanceStaysOpen() {
        Lot lot = yard.add(yard.lot(), yard.collected().id());
        yard.output(lot, Yard.recycled(Material.OTHER, 60_000_000));
        assertThat(scene.refused(ErrorCode.MASS_BALANCE, () -> yard.close(lot, 30_000_000)).field()).isEqualTo("command.lossMg");
        assertThat(yard.read(lot).state()).isEqualTo(Lot.State.OPEN);
        assertThat(yard.close(lot, 39_600_000).result().imbalanceMg()).isEqualTo(400_000);
    }

    @Test
    void aClosedLotTakesAndGivesNothing() {
        Lot lot = yard.closedLot();
        Battery battery = yard.collected();
        scene.refused(ErrorCode.LOT_CLOSED, () -> yard.add(lot, battery.id()));
        scene.refused(ErrorCode.LOT_CLOSED, () -> yard.output(lot, Yard.recycled(Material.OTHER, 1)));
        scene.refused(ErrorCode.LOT_CLOSED, () -> yard.close(lot, 0));
        scene.refused(ErrorCode.WRONG_STAGE, () -> scene.ledger.submit(RECYCLER, new EndOfLifeCommand.SettleLot(lot.lotId())));
    }

    @Test
    void anEmptyLotIsNotClosed() {
        Lot lot = yard.lot();
        scene.refused(ErrorCode.WRONG_STAGE, () -> yard.close(lot, 0));
    }

    @Test
    void anUnknownLotIsRefused() {
        scene.refused(ErrorCode.LOT_NOT_FOUND, () -> scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.RecordOutput("lot-0", List.of(Yard.recycled(Material.OTHER, 1)), null)));
        scene.refused(ErrorCode.LOT_NOT_FOUND, () -> scene.ledger.evaluate(MAKER, new EndOfLifeQuery.GetLot("lot-0")));
        scene.refused(ErrorCode.LOT_NOT_FOUND, () -> scene.ledger.evaluate(MAKER, new EndOfLifeQuery.LotBatteries("lot-0", 1, null)));
    }

    @Test
    void onlyAnAccreditedRecyclerRecycles() {
        EndOfLifeCommand.OpenLot open = new EndOfLifeCommand.OpenLot(Yard.plan(Family.LITHIUM));
        Lot lot = yard.lot();
        String battery = yard.collected().id();
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, open));
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.RECYCLING, "fraud"));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> scene.ledger.submit(RECYCLER, open));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> yard.add(lot, battery));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> yard.output(lot, Yard.recycled(Material.OTHER, 1)));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> yard.close(lot, 0));
    }

    @Test
    void anAccreditationForLightVehiclesDoesNotCoverCars() {
        Lot lot = yard.lot();
        String battery = yard.collected().id();
        Accredited.grant(scene, RECYCLER, AccreditationScope.RECYCLING, "2026-01-01", "2027-01-01", Set.of(Category.LMT));
        scene.refused(ErrorCode.NOT_ACCREDITED, () -> yard.add(lot, battery));
    }

    @Test
    void anotherRecyclersLotIsLeftAlone() {
        Lot lot = yard.add(yard.lot(), yard.collected().id());
        scene.admit("CarrierMSP", Role.CARRIER, Role.RECYCLER);
        TestIdentity rival = TestIdentity.of("CarrierMSP", "rival", Role.RECYCLER);
        Accredited.grant(scene, rival, AccreditationScope.RECYCLING);
        scene.refused(ErrorCode.NOT_OWNER, () -> scene.ledger.submit(rival, new EndOfLifeCommand.CloseLot(lot.lotId(), "2026-11-23", 0)));
    }

    @Test
    void aBatteryOfAnotherChemistryDoesNotFit() {
        Lot lot = yard.lot();
        String lead = yard.collected(Chemistry.LEAD_ACID).id();
        scene.refused(ErrorCode.INVALID_FIELD, () -> yard.add(lot, lead));
    }

    @Test
    void onlyWasteInTheRecyclersHandsGoesIn() {
        Lot lot = yard.lot();
        String elsewhere = yard.inService().id();
        scene.refused(ErrorCode.NOT_HOLDER, () -> yard.add(lot, elsewhere));
        scene.handOver(MAKER, RECYCLER, elsewhere);
        scene.refused(ErrorCode.WRONG_STAGE, () -> yard.add(lot, elsewhere));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> yard.add(lot, scene.id()));
    }

    @Test
    void aBatteryGoesIntoOneLot() {
        String battery = yard.collected().id();
        Lot lot = yard.add(yard.lot(), battery);
        Lot other = yard.lot();
        scene.refused(ErrorCode.WRONG_STAGE, () -> yard.add(lot, battery));
        scene.refused(ErrorCode.WRONG_STAGE, () -> yard.add(other, battery));
    }

    @Test
    void aBatteryNamedTwiceIsRefusedWhateverItsForm() {
        Lot lot = yard.lot();
        String battery = yard.collected().id();
        scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> yard.add(lot, battery, battery.replace("id.example.org", "ID.other.org")));
    }

    @Test
    void aHeldBatteryDoesNotDisappearInALot() {
        Lot lot = yard.lot();
        String battery = yard.collected().id();
        scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(battery), "evidence", "Art. 79"));
        scene.refused(ErrorCode.ON_HOLD, () -> yard.add(lot, battery));
    }

    @Test
    void partsGoIntoTheLotWithTheirWhole() {
        Battery pack = scene.pack();
        Battery module = scene.registered(Level.MODULE);
        Battery cell = scene.registered(Level.CELL);
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(module.id(), List.of(cell.id())));
        scene.ledger.submit(MAKER, new BatteryCommand.Assemble(pack.id(), List.of(module.id())));
        scene.handOver(MAKER, RECYCLER, pack.id());
        scene.ledger.submit(RECYCLER, new BatteryCommand.DeclareWaste(pack.id(), "end of life"));

        Lot lot = yard.add(yard.lot(), pack.id());
        yard.close(lot, pack.massMg());

        assertThat(lot.batteries()).isEqualTo(3);
        assertThat(lot.masses().inputMg()).isEqualTo(pack.massMg());
        assertThat(scene.battery(module.id()).stage()).isEqualTo(Stage.RECYCLED);
        assertThat(scene.battery(cell.id()).stage()).isEqualTo(Stage.RECYCLED);
    }

    @Test
    void aPartDoesNotGoIntoALotWithoutItsWhole() {
        Battery pack = scene.pack();
        Battery module = scene.registered(Level.MODULE);
        scene.handOver(MAKER, RECYCLER, pack.id(), module.id());
        scene.ledger.submit(
                TestIdentity.of("RecyclerMSP", "workshop", Role.SECOND_LIFE), new BatteryCommand.Assemble(pack.id(), List.of(module.id())));
        Lot lot = yard.lot();
        scene.refused(ErrorCode.PART_OF_ASSEMBLY, () -> yard.add(lot, module.id()));
    }

    @Test
    void aLotOfThousandsIsClosedInStepsThatEachStayWithinLimits() {
        Lot lot = yard.lot();
        for (int i = 0; i < 3; i++) {
            yard.add(lot, yard.waste(400).toArray(String[]::new));
        }
        Lot closed = yard.close(lot, 1_200 * Yard.PACK_MG);
        assertThat(closed.state()).isEqualTo(Lot.State.CLOSED);
        assertThat(closed.settled()).isEqualTo(2);
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(800);

        Lot settled = scene.ledger.submit(RECYCLER, new EndOfLifeCommand.SettleLot(lot.lotId()));

        assertThat(settled.state()).isEqualTo(Lot.State.SETTLED);
        assertThat(scene.ledger.lastEvent().batteries()).hasSize(400);
        LotIntakePage page = scene.ledger.evaluate(MAKER, new EndOfLifeQuery.LotBatteries(lot.lotId(), 2, null));
        assertThat(page.intakes()).extracting(intake -> intake.batteries().size()).containsExactly(400, 400);
        LotIntakePage rest = scene.ledger.evaluate(MAKER, new EndOfLifeQuery.LotBatteries(lot.lotId(), 2, page.bookmark()));
        assertThat(rest.intakes()).singleElement().satisfies(intake -> assertThat(scene.battery(intake.batteries().get(0).battery()).stage())
                .isEqualTo(Stage.RECYCLED));
    }

    @Test
    void aClosingDateBeforeTheStartIsRefused() {
        Lot lot = yard.add(yard.lot(), yard.collected().id());
        EndOfLifeCommand.CloseLot early = new EndOfLifeCommand.CloseLot(lot.lotId(), "2026-10-31", Yard.PACK_MG);
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> scene.ledger.submit(RECYCLER, early)).field()).isEqualTo("command.processedOn");
    }

    @Test
    void aLotChangesOnlyWithItsOwnersOrTheAuthoritysEndorsement() {
        Lot lot = yard.add(yard.lot(), yard.collected().id());
        scene.ledger.endorsedBy("ManufacturerMSP", "CarrierMSP");
        assertThatIllegalStateException()
                .isThrownBy(() -> yard.output(lot, Yard.recycled(Material.OTHER, 1)))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
    }

    @Test
    void aRecyclersLotsAreFound() {
        Lot first = yard.lot();
        Lot second = yard.lot();
        assertThat(scene.ledger.evaluate(MAKER, new EndOfLifeQuery.Lots("RecyclerMSP", 10, null)).lots())
                .containsExactlyInAnyOrder(first, second);
        assertThat(scene.ledger.evaluate(MAKER, new EndOfLifeQuery.Lots("CarrierMSP", 10, null)).lots()).isEmpty();
    }
}
