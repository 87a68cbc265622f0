package org.voltrail.contract.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.STRANGER;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.contract.testing.TestStub;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryFact;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Identity;
import org.voltrail.model.battery.IdentityScheme;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;
import org.voltrail.model.json.CanonicalJson;

class RegistrationTest {
    private final Scene scene = new Scene();

    @Test
    void aRegisteredBatteryIsHeldByItsManufacturerAndHasOneEvent() {
        BatteryRegistration registration = scene.registration(Level.PACK);

        BatteryReceipt receipt = scene.ledger.submit(MAKER, new BatteryCommand.Register(registration));

        Battery battery = scene.battery(registration.id());
        assertThat(battery.parties().manufacturer()).isEqualTo("ManufacturerMSP");
        assertThat(battery.parties().operator()).isEqualTo("ManufacturerMSP");
        assertThat(battery.holder()).isEqualTo("ManufacturerMSP");
        assertThat(battery.status()).isEqualTo(Status.ORIGINAL);
        assertThat(battery.stage()).isEqualTo(Stage.REGISTERED);
        assertThat(battery.milestones()).containsEntry(Milestone.REGISTERED, "2026-11-24T08:00:00Z");
        assertThat(receipt).isEqualTo(BatteryReceipt.of(battery));
        BatteryEvent event = history(registration.id()).get(0);
        assertThat(event.seq()).isEqualTo(1);
        assertThat(event.prev()).isEqualTo(BatteryHead.GENESIS);
        assertThat(event.hash()).isEqualTo(battery.head());
        assertThat(event.actor().id()).isEqualTo("maker");
        assertThat(event.data(BatteryFact.Registered.class).registration()).isEqualTo(registration);
    }

    @Test
    void theTransactionsEventNamesTheBatteryAndItsNewHead() {
        Battery battery = scene.pack();

        LedgerEvent event = scene.ledger.lastEvent();
        assertThat(event.type()).isEqualTo("battery.registered.v1");
        assertThat(event.batteries()).containsExactly(new BatteryHead(battery.id(), 1, BatteryHead.GENESIS, battery.head()));
        assertThat(event.commandId()).startsWith("cmd-");
        assertThat(event.data(BatteryFact.Registered.class).registration().specification()).isEqualTo(battery.specification());
    }

    @Test
    void aBatterysKeyNeedsItsHolderOrTheAuthority() {
        Battery battery = scene.pack();

        assertThat(scene.ledger.endorsersOf(Keys.battery(battery.id()))).containsExactlyInAnyOrder("ManufacturerMSP", "RegulatorMSP");
    }

    @Test
    void aRegistrationNeedsFewStateOperations() {
        scene.pack();

        assertThat(scene.ledger.operations()).isLessThanOrEqualTo(7);
    }

    @Test
    void anotherHostWithTheSameSerialIsTheSameBattery() {
        Battery battery = scene.pack();
        String elsewhere = battery.id().replace("id.example.org", "OTHER.example.com");
        BatteryRegistration clone = new BatteryRegistration(elsewhere, List.of(), battery.specification());

        scene.refused(ErrorCode.BATTERY_EXISTS, () -> scene.ledger.submit(MAKER, new BatteryCommand.Register(clone)));
        assertThat(scene.battery(elsewhere)).isEqualTo(battery);
    }

    @Test
    void onlyAnAdmittedManufacturerRegisters() {
        BatteryCommand.Register register = new BatteryCommand.Register(scene.registration(Level.PACK));
        TestIdentity withoutAttribute = TestIdentity.of("ManufacturerMSP", "clerk");
        TestIdentity ownMade = TestIdentity.of("CarrierMSP", "self-styled", Role.MANUFACTURER);

        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(CARRIER, register));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(withoutAttribute, register));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(ownMade, register));
        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(STRANGER, register));
    }

    @Test
    void aWrongCheckDigitIsRefusedWithItsField() {
        BatteryRegistration wrong = new BatteryRegistration(
                "https://id.example.org/01/09506000134353/21/B-1", List.of(), Scene.specification(Level.PACK));

        assertThat(scene.refused(ErrorCode.CHECK_DIGIT, () -> scene.ledger.submit(MAKER, new BatteryCommand.Register(wrong))).field())
                .isEqualTo("command.battery.id");
    }

    @Test
    void aDateOfManufactureAheadIsRefused() {
        scene.ledger.at("2026-04-01T23:00:00Z");

        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, scene::pack).field()).isEqualTo("command.battery.specification.manufacturedOn");
    }

    @Test
    void anOperatorMustBeAdmitted() {
        BatteryRegistration registration =
                new BatteryRegistration(scene.id(), List.of(), Scene.specification(Level.PACK), "NobodyMSP", null);

        scene.refused(ErrorCode.UNKNOWN_PARTICIPANT, () -> scene.ledger.submit(MAKER, new BatteryCommand.Register(registration)));
    }

    @Test
    void aBatchOfAThousandIsOneTransactionAndOneEvent() {
        List<String> ids = scene.packs(1_000);

        assertThat(scene.ledger.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("battery.batch-registered.v1");
            assertThat(event.batteries()).hasSize(1_000);
            assertThat(event.data(BatteryFact.BatchRegistered.class).registrations()).hasSize(1_000);
        });
        assertThat(scene.ledger.operations()).isLessThanOrEqualTo(4 * 1_000 + 3);
        assertThat(history(ids.get(999))).singleElement().satisfies(event -> assertThat(event.hash()).isEqualTo(scene.battery(ids.get(999)).head()));
    }

    @Test
    void anOversizeBatchIsRefused() {
        List<BatteryRegistration> batch = IntStream.rangeClosed(0, 1_000).mapToObj(i -> scene.registration(Level.PACK)).toList();

        scene.refused(ErrorCode.BATCH_TOO_LARGE, () -> scene.ledger.submit(MAKER, new BatteryCommand.RegisterBatch(batch)));
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.submit(MAKER, new BatteryCommand.RegisterBatch(List.of())));
    }

    @Test
    void aBatchIsRefusedAsAWholeAndNamesTheEntryAtFault() {
        List<BatteryRegistration> batch = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> batch.add(scene.registration(Level.PACK)));

        batch.set(3, batch.get(1));
        assertThat(scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> submit(batch)).field()).isEqualTo("command.batteries[3].id");
        batch.set(3, new BatteryRegistration(scene.pack().id(), List.of(), Scene.specification(Level.PACK)));
        assertThat(scene.refused(ErrorCode.BATTERY_EXISTS, () -> submit(batch)).field()).isEqualTo("command.batteries[3].id");
        Specification light = Scene.specification(Level.CELL);
        Specification wrong = new Specification(
                light.category(), light.level(), light.chemistry(), light.model(), null, light.manufacturedOn(), light.manufacturedAt(), 0,
                light.ratedCapacityMah(), light.nominalVoltageMv(), light.ratedEnergyWh(), Map.of(), null, null);
        batch.set(3, new BatteryRegistration(scene.id(), List.of(), wrong));
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> submit(batch)).field()).isEqualTo("command.batteries[3].specification.weightGrams");
    }

    @Test
    void aSecondClaimOnAnIdentityIsRefused() {
        Identity serial = new Identity(IdentityScheme.SERIAL, "SN-1");
        scene.ledger.submit(MAKER, new BatteryCommand.Register(identified(serial)));

        assertThat(scene.refused(ErrorCode.IDENTITY_TAKEN, () -> scene.ledger.submit(MAKER, new BatteryCommand.Register(identified(serial)))).field())
                .isEqualTo("command.battery.identities[0].value");
        scene.refused(ErrorCode.DUPLICATE_IN_BATCH, () -> submit(List.of(
                identified(new Identity(IdentityScheme.SERIAL, "SN-2")), identified(new Identity(IdentityScheme.SERIAL, "SN-2")))));
    }

    @Test
    void aDoubtfulCodeIsAcceptedWithAWarning() {
        BatteryReceipt receipt = scene.ledger.submit(
                MAKER, new BatteryCommand.Register(identified(new Identity(IdentityScheme.GBT_34014, "001PQ010001234GB40000042"))));

        assertThat(receipt.warnings()).singleElement().asString().contains("battery type code 'Q'");
    }

    @Test
    void repeatingACommandIsHarmlessAndAnswersTheSame() {
        BatteryCommand.Register register = new BatteryCommand.Register(scene.registration(Level.PACK));
        BatteryReceipt first = scene.ledger.submit(MAKER, "once", register);
        String before = scene.ledger.fingerprint();

        BatteryReceipt second = scene.ledger.submit(MAKER, "once", register);

        assertThat(second).isEqualTo(first);
        assertThat(scene.ledger.fingerprint()).isEqualTo(before);
        assertThat(scene.ledger.events()).hasSize(1);
    }

    @Test
    void aCommandIdStandsForOneCommandOfAnOrganisation() {
        scene.ledger.submit(MAKER, "once", new BatteryCommand.Register(scene.registration(Level.PACK)));
        BatteryCommand.Register other = new BatteryCommand.Register(scene.registration(Level.PACK));

        scene.refused(ErrorCode.COMMAND_ID_REUSED, () -> scene.ledger.submit(MAKER, "once", other));
        scene.admit("OtherMSP", Role.MANUFACTURER);
        scene.ledger.submit(TestIdentity.of("OtherMSP", "other", Role.MANUFACTURER), "once", other);
    }

    @Test
    void theSameProposalGivesTheSameBytesOnTwoLedgers() {
        BatteryCommand.Register register = new BatteryCommand.Register(identified(new Identity(IdentityScheme.VIN, "WVWZZZ1JZXW000001")));
        TestStub here = scene.ledger.simulate(MAKER, "once", register);
        TestStub there = new Scene().ledger.simulate(MAKER, "once", register);

        assertThat(here.result()).isEqualTo(there.result()).contains("battery.registered.v1");
    }

    @Test
    void theManufacturerCorrectsWhatIsNewAndInItsHands() {
        Battery battery = scene.pack();
        Specification corrected = Scene.specification(Level.MODULE);

        scene.ledger.submit(MAKER, new BatteryCommand.Correct(battery.id(), corrected, "wrong label"));

        assertThat(scene.battery(battery.id()).specification()).isEqualTo(corrected);
        assertThat(history(battery.id()).get(1).data(BatteryFact.Corrected.class).reason()).isEqualTo("wrong label");
    }

    @Test
    void aRecordIsClosedToCorrectionsOnceItIsOfferedHandedOverOrInService() {
        Battery offered = scene.pack();
        Battery handedOver = scene.pack();
        Battery inService = scene.pack();
        scene.offer(MAKER, CARRIER, offered.id());
        scene.handOver(MAKER, CARRIER, handedOver.id());
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(inService.id(), "2026-11-01", null, null, null));

        for (Battery battery : List.of(offered, handedOver, inService)) {
            scene.refused(ErrorCode.CORRECTION_CLOSED, () -> correct(MAKER, battery));
        }
        scene.handOver(CARRIER, RECYCLER, handedOver.id());
        scene.refused(ErrorCode.CORRECTION_CLOSED, () -> correct(MAKER, handedOver));
    }

    @Test
    void nobodyElseCorrects() {
        Battery battery = scene.pack();
        scene.admit("OtherMSP", Role.MANUFACTURER);

        scene.refused(ErrorCode.NOT_MANUFACTURER, () -> correct(TestIdentity.of("OtherMSP", "other", Role.MANUFACTURER), battery));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> correct(RECYCLER, battery));
    }

    @Test
    void aStaleHeadIsRefused() {
        Battery battery = scene.pack();
        correct(MAKER, battery);
        BatteryCommand.Correct again = new BatteryCommand.Correct(battery.id(), battery.specification(), "again");

        scene.refused(ErrorCode.STALE_HEAD, () -> scene.ledger.submitExpecting(MAKER, Map.of(battery.id(), battery.head()), again));
        scene.ledger.submitExpecting(MAKER, Map.of(battery.id(), scene.battery(battery.id()).head()), again);
    }

    @Test
    void anUnknownBatteryIsNotFound() {
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> scene.battery(scene.id()));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> scene.ledger.submit(
                MAKER, new BatteryCommand.Correct(scene.id(), Scene.specification(Level.PACK), "x")));
    }

    @Test
    void whatIsNoRequestIsMalformed() {
        for (String argument : List.of("", "{}", "[]", "{\"command\":{},\"commandId\":\"x\",\"more\":1}", "{\"command\":{\"battery\":1},\"commandId\":\"x\"}")) {
            scene.refused(ErrorCode.MALFORMED_REQUEST, () -> raw("battery:register", argument));
        }
        scene.refused(ErrorCode.MALFORMED_REQUEST, () -> raw("battery:nothing", "{}"));
        BatteryCommand.Register register = new BatteryCommand.Register(scene.registration(Level.PACK));
        scene.refused(ErrorCode.INVALID_FIELD, () -> scene.ledger.submit(MAKER, "no blanks", register));
    }

    @Test
    void theContractsDescribeThemselves() {
        String metadata = new String(scene.ledger.evaluate(MAKER, "org.hyperledger.fabric:GetMetadata", new byte[0]), StandardCharsets.UTF_8);

        assertThat(CanonicalJson.read(metadata, com.fasterxml.jackson.databind.JsonNode.class).at("/contracts/battery/transactions")).isNotEmpty();
        assertThat(metadata).contains("registerBatch").contains("submit").contains("evaluate");
    }

    private void submit(List<BatteryRegistration> batch) {
        scene.ledger.submit(MAKER, new BatteryCommand.RegisterBatch(batch));
    }

    private void correct(TestIdentity client, Battery battery) {
        scene.ledger.submit(client, new BatteryCommand.Correct(battery.id(), battery.specification(), "correction"));
    }

    private BatteryRegistration identified(Identity identity) {
        return new BatteryRegistration(scene.id(), List.of(identity), Scene.specification(Level.PACK));
    }

    private void raw(String function, String argument) {
        scene.ledger.submit(MAKER, function, argument.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private List<BatteryEvent> history(String id) {
        return scene.ledger.evaluate(MAKER, new BatteryQuery.History(id, 100, false, null)).events();
    }
}
