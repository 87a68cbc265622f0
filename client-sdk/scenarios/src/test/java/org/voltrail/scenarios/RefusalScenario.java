package org.voltrail.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.scenarios.Refusals.refused;
import static org.voltrail.scenarios.Refusals.refusedFor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.custody.CustodyCommand;
import org.voltrail.model.custody.PackingInstruction;
import org.voltrail.model.custody.SpecialProvision;
import org.voltrail.model.custody.Transport;
import org.voltrail.model.custody.UnNumber;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotOutput;
import org.voltrail.model.endoflife.LotPlan;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.Measurements;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;

/** What the ledger's rules refuse, seen by a client: the stable code, and that the ledger is unchanged. */
@OnNetwork
final class RefusalScenario {
    private static final Transport SOUND =
            new Transport(UnNumber.UN3480, SpecialProvision.SP230, PackingInstruction.P903, "CMR-1", null);

    private VoltrailClient manufacturer;
    private VoltrailClient carrier;
    private VoltrailClient recycler;
    private VoltrailClient regulator;

    @BeforeEach
    void callUpon(People people) {
        manufacturer = people.someoneOf(Party.MANUFACTURER);
        carrier = people.someoneOf(Party.CARRIER);
        recycler = people.someoneOf(Party.RECYCLER);
        regulator = people.someoneOf(Party.REGULATOR);
    }

    @Test
    void aCarrierCannotRegisterABattery() {
        refused(carrier, new BatteryCommand.Register(Batteries.pack()), ErrorCode.ROLE_REQUIRED);
    }

    @Test
    void aRoleThatTheRegisterDoesNotAllowIsWorthNothing(People people) {
        VoltrailClient impostor = people.someoneOf(Party.CARRIER, Role.REGULATOR);
        String battery = registered();
        refusedFor(battery, impostor, new OversightCommand.Hold(List.of(battery), "because", "none"), ErrorCode.ROLE_REQUIRED);
    }

    @Test
    void aThiefCannotOfferABatteryThatItDoesNotHold() {
        String battery = registered();
        refusedFor(battery, carrier, offer(Party.RECYCLER.msp(), battery, SOUND), ErrorCode.NOT_HOLDER);
    }

    @Test
    void aBystanderCannotAcceptAnOffer() {
        String battery = registered();
        String offer = offered(battery);
        refusedFor(battery, recycler, new CustodyCommand.Accept(offer, null), ErrorCode.NOT_RECEIVER);
    }

    @Test
    void anOfferIsAcceptedOnlyOnce() {
        String battery = registered();
        String offer = offered(battery);
        carrier.submitAndWait(new CustodyCommand.Accept(offer, null));
        refusedFor(battery, carrier, new CustodyCommand.Accept(offer, null), ErrorCode.OFFER_NOT_OPEN);
    }

    @Test
    void aBatteryInAnOpenOfferIsNotOfferedAgain() {
        String battery = registered();
        offered(battery);
        refusedFor(battery, manufacturer, offer(Party.RECYCLER.msp(), battery, SOUND), ErrorCode.ALREADY_OFFERED);
    }

    @Test
    void aBatteryOnHoldIsNotOfferedUntilItIsReleased() {
        String battery = registered();
        HoldSummary hold = regulator
                .submitAndWait(new OversightCommand.Hold(List.of(battery), "Fire in the same lot", "Regulation (EU) 2023/1542 Art. 79"))
                .result();
        refusedFor(battery, manufacturer, offer(Party.CARRIER.msp(), battery, SOUND), ErrorCode.ON_HOLD);
        regulator.submitAndWait(new OversightCommand.Release(hold.holdId(), List.of(battery), "No fault found"));
        offered(battery);
    }

    @Test
    void anUnknownBatteryIsNotFound() {
        refused(manufacturer, offer(Party.CARRIER.msp(), Batteries.newId(), SOUND), ErrorCode.BATTERY_NOT_FOUND);
    }

    @Test
    void aBatteryIsNotRegisteredTwice() {
        BatteryRegistration pack = Batteries.pack();
        manufacturer.submitAndWait(new BatteryCommand.Register(pack));
        refusedFor(pack.id(), manufacturer, new BatteryCommand.Register(pack), ErrorCode.BATTERY_EXISTS);
    }

    @Test
    void aSecondClaimOnAnIdentityIsRefused() {
        Identity serial = new Identity(IdentityScheme.SERIAL, Batteries.newId().substring(50));
        String first = registered();
        String clone = registered();
        manufacturer.submitAndWait(new BatteryCommand.AddIdentity(first, serial));
        refusedFor(clone, manufacturer, new BatteryCommand.AddIdentity(clone, serial), ErrorCode.IDENTITY_TAKEN);
    }

    @Test
    void aWrongCheckDigitIsFound() {
        BatteryRegistration pack = Batteries.pack();
        String mistyped = pack.id().replace(Batteries.GTIN, "09506000134353");
        LedgerError error = refused(
                manufacturer,
                new BatteryCommand.Register(new BatteryRegistration(mistyped, List.of(), pack.specification())),
                ErrorCode.CHECK_DIGIT);
        assertThat(error.field()).isEqualTo("command.battery.id");
    }

    @Test
    void aWrongUnitShowsInTheEnergy() {
        Specification right = Batteries.specification("M");
        Specification ampereHours = new Specification(
                right.category(), right.level(), Chemistry.NMC, right.model(), null, right.manufacturedOn(), right.manufacturedAt(),
                right.weightGrams(), 150, right.nominalVoltageMv(), right.ratedEnergyWh(), Map.of(), null, null);
        LedgerError error = refused(
                manufacturer,
                new BatteryCommand.Register(new BatteryRegistration(Batteries.newId(), List.of(), ampereHours)),
                ErrorCode.OUT_OF_RANGE);
        assertThat(error.field()).isEqualTo("command.battery.specification.ratedEnergyWh");
    }

    @Test
    void aBatchOfMoreThanAThousandIsRefusedAndAThousandAreTaken() {
        refused(manufacturer, new BatteryCommand.RegisterBatch(Batteries.packs(1_001)), ErrorCode.BATCH_TOO_LARGE);
        assertThat(manufacturer.submitAndWait(new BatteryCommand.RegisterBatch(Batteries.packs(1_000))).result().count())
                .isEqualTo(1_000);
    }

    @Test
    void aBatchWithOneFaultyEntryIsRefusedAsAWholeAndNamesIt() {
        BatteryRegistration known = Batteries.pack();
        manufacturer.submitAndWait(new BatteryCommand.Register(known));
        BatteryRegistration fresh = Batteries.pack();
        LedgerError error = refused(manufacturer, new BatteryCommand.RegisterBatch(List.of(fresh, known)), ErrorCode.BATTERY_EXISTS);
        assertThat(error.field()).startsWith("command.batteries[1]");
        refused(manufacturer, offer(Party.CARRIER.msp(), fresh.id(), SOUND), ErrorCode.BATTERY_NOT_FOUND);
    }

    @Test
    void aDamagedBatteryDoesNotTravelPackedAsSound() {
        String battery = registered();
        manufacturer.submitAndWait(new CustodyCommand.RecordCondition(
                battery, org.voltrail.model.battery.Condition.DAMAGED, "Hall 3", "Dented housing", null));
        refusedFor(battery, manufacturer, offer(Party.CARRIER.msp(), battery, SOUND), ErrorCode.PACKING_MISMATCH);
        manufacturer.submitAndWait(offer(
                Party.CARRIER.msp(), battery,
                new Transport(UnNumber.UN3480, SpecialProvision.SP376, PackingInstruction.P908, "CMR-2", null)));
    }

    @Test
    void aLaboratoryWithoutAccreditationCannotTest(People people) {
        String battery = registered();
        VoltrailClient unaccredited = people.someoneOf(Party.MANUFACTURER, Role.TESTER);
        refusedFor(battery, unaccredited, test(battery, 140_000), ErrorCode.ROLE_REQUIRED);
        VoltrailClient accredited = people.someoneOf(Party.RECYCLER, Role.TESTER);
        assertThat(accredited.submitAndWait(test(battery, 140_000)).result()).isNotNull();
    }

    @Test
    void anImplausibleCapacityIsRefused() {
        String battery = registered();
        refusedFor(battery, recycler, test(battery, 300_000), ErrorCode.OUT_OF_RANGE);
    }

    @Test
    void aLotCannotGiveMoreCobaltThanWentIn() {
        String battery = atTheRecycler();
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        Lot lot = recycler
                .submitAndWait(new EndOfLifeCommand.OpenLot(new LotPlan(Chemistry.Family.LITHIUM, "hydrometallurgical", "Plant 1", today)))
                .result();
        recycler.submitAndWait(new EndOfLifeCommand.AddToLot(lot.lotId(), List.of(battery)));
        refusedFor(
                battery, recycler,
                new EndOfLifeCommand.RecordOutput(
                        lot.lotId(), List.of(new LotOutput(Material.COBALT, Destination.RECYCLED, 8_000_001)), null),
                ErrorCode.MASS_BALANCE);
    }

    @Test
    void repeatingACommandHasNoSecondEffect() {
        BatteryCommand.Register command = new BatteryCommand.Register(Batteries.pack());
        CommandOptions again = CommandOptions.NONE.withCommandId("replayed-" + command.battery().id().hashCode() + System.nanoTime());
        Committed<BatteryReceipt> first = manufacturer.submitAndWait(command, again);
        Committed<BatteryReceipt> second = manufacturer.submitAndWait(command, again);
        assertThat(second.result()).isEqualTo(first.result());
        assertThat(manufacturer.evaluate(new BatteryQuery.Get(command.battery().id())).seq()).isEqualTo(1);
    }

    @Test
    void aCommandIdIsNotUsedForAnotherCommand() {
        CommandOptions same = CommandOptions.NONE.withCommandId("reused-" + System.nanoTime());
        manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()), same);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        org.voltrail.client.ledger.LedgerRefusedException.class,
                        () -> manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack()), same))
                .code())
                .isEqualTo(ErrorCode.COMMAND_ID_REUSED);
    }

    private String registered() {
        return manufacturer.submitAndWait(new BatteryCommand.Register(Batteries.pack())).result().battery();
    }

    private String offered(String battery) {
        return manufacturer.submitAndWait(offer(Party.CARRIER.msp(), battery, SOUND)).result().offerId();
    }

    private String atTheRecycler() {
        String battery = registered();
        String offer = manufacturer.submitAndWait(offer(Party.RECYCLER.msp(), battery, SOUND)).result().offerId();
        recycler.submitAndWait(new CustodyCommand.Accept(offer, "Gate 2"));
        recycler.submitAndWait(new BatteryCommand.DeclareWaste(battery, "End of life"));
        return battery;
    }

    private static CustodyCommand.Offer offer(String to, String battery, Transport transport) {
        return new CustodyCommand.Offer(
                to, List.of(battery), transport, "Gate 1", Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static HealthCommand.RecordTest test(String battery, long milliampereHours) {
        Measurements measured = new Measurements(
                milliampereHours, milliampereHours * 400 / 1_000, null, null, null, null, null, null, List.of());
        return new HealthCommand.RecordTest(battery, new TestReport(
                Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString(), "IEC 62660-1:2018, 7.2",
                new Instrument("Cycler X", "SN-1", null), "a".repeat(64), null, measured));
    }
}
