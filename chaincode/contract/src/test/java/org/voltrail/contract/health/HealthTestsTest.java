package org.voltrail.contract.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.battery.HealthSummary;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthFact;
import org.voltrail.model.health.HealthQuery;
import org.voltrail.model.health.HealthTest;
import org.voltrail.model.health.HealthTestPage;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.Measurements;
import org.voltrail.model.health.StateOfHealth.Basis;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.OversightCommand;

class HealthTestsTest {
    private final Scene scene = new Scene();
    private Battery pack = scene.pack();

    @BeforeEach
    void accredit() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.TESTING);
    }

    /** A pack of the scene has 210 Ah and 74,550 Wh. */
    private static TestReport report(String testedAt, long permille) {
        Measurements measured =
                new Measurements(210_000 * permille / 1_000, 74_550 * permille / 1_000, null, null, null, null, null, null, List.of());
        return report(testedAt, measured);
    }

    private static TestReport report(String testedAt, Measurements measured) {
        return new TestReport(testedAt, "IEC 62660-1:2018, 7.2", new Instrument("Cycler 5", "S-17", "2027-01-01"), "ab".repeat(32), null, measured);
    }

    private HealthTest test(TestIdentity tester, TestReport report) {
        return scene.ledger.submit(tester, new HealthCommand.RecordTest(pack.id(), report));
    }

    private void refused(ErrorCode code, TestIdentity tester) {
        scene.refused(code, () -> test(tester, report("2026-11-01T10:00:00Z", 850)));
    }

    @Test
    void anAccreditedTesterMeasuresAndTheLedgerGrades() {
        HealthTest test = test(RECYCLER, report("2026-11-01T10:00:00Z", 785));

        assertThat(test.stateOfHealth().basis()).isEqualTo(Basis.CERTIFIED_ENERGY);
        assertThat(test.stateOfHealth().permille()).isEqualTo(784);
        assertThat(test.grading().grade()).isEqualTo(Grade.REPURPOSE);
        assertThat(test.accreditation()).isEqualTo("AC-4");
        assertThat(scene.ledger.evaluate(CARRIER, new HealthQuery.GetTest(pack.id(), test.testId()))).isEqualTo(test);
    }

    @Test
    void theBatteryCarriesTheResultOfItsLatestTest() {
        HealthTest test = test(RECYCLER, report("2026-11-01T10:00:00Z", 900));

        Battery tested = scene.battery(pack.id());
        assertThat(tested.health()).isEqualTo(new HealthSummary(900, Grade.RE_USE, "2026-11-01T10:00:00Z", test.testId()));
        assertThat(tested.milestones()).containsEntry(Milestone.TESTED, test.recordedAt());
        assertThat(tested.origins()).containsEntry(Milestone.TESTED, new Origin("RecyclerMSP", "2026-11-01"));
        assertThat(tested.seq()).isEqualTo(pack.seq() + 1);
    }

    @Test
    void theEventTellsResultAndHashOfTheRawData() {
        HealthTest test = test(RECYCLER, report("2026-11-01T10:00:00Z", 900));

        LedgerEvent event = scene.ledger.lastEvent();
        assertThat(event.type()).isEqualTo("battery.tested.v1");
        assertThat(event.batteries()).singleElement().satisfies(head -> assertThat(head.head()).isEqualTo(scene.battery(pack.id()).head()));
        assertThat(event.data(HealthFact.Tested.class)).satisfies(fact -> {
            assertThat(fact.stateOfHealth()).isEqualTo(test.stateOfHealth());
            assertThat(fact.rawDataSha256()).isEqualTo("ab".repeat(32));
            assertThat(fact.latest()).isTrue();
        });
    }

    @Test
    void onlyATesterTests() {
        TestIdentity selfStyled = TestIdentity.of("CarrierMSP", "self-styled", Role.TESTER);
        refused(ErrorCode.ROLE_REQUIRED, CARRIER);
        refused(ErrorCode.ROLE_REQUIRED, selfStyled);
        refused(ErrorCode.UNKNOWN_PARTICIPANT, TestIdentity.of("StrangerMSP", "lab", Role.TESTER));
    }

    @Test
    void aTesterWithoutAccreditationIsRefused() {
        scene.admit("CarrierMSP", Role.CARRIER, Role.TESTER);
        refused(ErrorCode.NOT_ACCREDITED, TestIdentity.of("CarrierMSP", "lab", Role.TESTER));
    }

    @Test
    void anAccreditationThatIsOverOrAheadIsRefused() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.TESTING, "2025-01-01", "2026-11-23", Set.of());
        refused(ErrorCode.NOT_ACCREDITED, RECYCLER);
        Accredited.grant(scene, RECYCLER, AccreditationScope.TESTING, "2026-11-25", "2027-11-23", Set.of());
        refused(ErrorCode.NOT_ACCREDITED, RECYCLER);
    }

    @Test
    void aWithdrawnAccreditationIsRefused() {
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.TESTING, "fraud"));
        refused(ErrorCode.NOT_ACCREDITED, RECYCLER);
    }

    @Test
    void anAccreditationForOtherCategoriesIsRefused() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.TESTING, "2026-01-01", "2027-01-01", Set.of(Category.LMT));
        refused(ErrorCode.NOT_ACCREDITED, RECYCLER);
    }

    @Test
    void anAccreditationForSomethingElseIsNoneForTesting() {
        scene.ledger.submit(REGULATOR, new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.TESTING, "moved"));
        Accredited.grant(scene, RECYCLER, AccreditationScope.RECYCLING);
        refused(ErrorCode.NOT_ACCREDITED, RECYCLER);
    }

    @Test
    void anUnknownBatteryIsRefused() {
        HealthCommand.RecordTest command = new HealthCommand.RecordTest(scene.id(), report("2026-11-01T10:00:00Z", 850));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> scene.ledger.submit(RECYCLER, command));
    }

    @Test
    void anImplausibleValueIsRefusedWithItsField() {
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> test(RECYCLER, report("2026-11-01T10:00:00Z", 1_200))).field())
                .isEqualTo("command.report.measurements.remainingCapacityMah");
    }

    @Test
    void aTestInTheFutureIsRefused() {
        assertThat(scene.refused(ErrorCode.OUT_OF_RANGE, () -> test(RECYCLER, report("2026-11-24T09:00:00Z", 850))).field())
                .isEqualTo("command.report.testedAt");
    }

    @Test
    void aBatteryWhoseLifeIsOverIsNotTested() {
        scene.ledger.given(Keys.battery(pack.id()), pack.edit().stage(Stage.RECYCLED).build());
        refused(ErrorCode.BATTERY_ENDED, RECYCLER);
    }

    @Test
    void aBatteryInALotIsNotTested() {
        scene.ledger.given(Keys.battery(pack.id()), pack.edit().stage(Stage.IN_LOT).build());
        refused(ErrorCode.WRONG_STAGE, RECYCLER);
    }

    @Test
    void aLateReportOfAnOlderTestDoesNotReplaceTheLatest() {
        HealthTest latest = test(RECYCLER, report("2026-11-01T10:00:00Z", 850));
        HealthTest older = test(RECYCLER, report("2026-10-01T10:00:00Z", 870));

        assertThat(scene.battery(pack.id()).health().testId()).isEqualTo(latest.testId());
        assertThat(scene.ledger.lastEvent().data(HealthFact.Tested.class).latest()).isFalse();
        assertThat(older.stateOfHealth().permille()).isEqualTo(869);
    }

    @Test
    void testsComeInPagesInTheOrderOfMeasurement() {
        test(RECYCLER, report("2026-11-03T10:00:00Z", 840));
        test(RECYCLER, report("2026-11-01T10:00:00Z", 850));
        test(RECYCLER, report("2026-11-02T10:00:00Z", 845));

        HealthTestPage first = scene.ledger.evaluate(CARRIER, new HealthQuery.Tests(pack.id(), 2, null));
        HealthTestPage second = scene.ledger.evaluate(CARRIER, new HealthQuery.Tests(pack.id(), 2, first.bookmark()));
        assertThat(first.tests()).extracting(test -> test.report().testedAt()).containsExactly("2026-11-01T10:00:00Z", "2026-11-02T10:00:00Z");
        assertThat(second.tests()).extracting(test -> test.report().testedAt()).containsExactly("2026-11-03T10:00:00Z");
        assertThat(second.bookmark()).isNull();
    }

    @Test
    void anUnknownTestIsNotFound() {
        scene.refused(ErrorCode.TEST_NOT_FOUND, () -> scene.ledger.evaluate(CARRIER, new HealthQuery.GetTest(pack.id(), "none")));
    }

    @Test
    void aDamagedBatteryIsOnlyGoodForRecycling() {
        scene.ledger.given(Keys.battery(pack.id()), pack.edit().condition(Condition.DAMAGED).build());
        assertThat(test(RECYCLER, report("2026-11-01T10:00:00Z", 990)).grading().grade()).isEqualTo(Grade.RECYCLE);
    }

    @Test
    void aHeldBatteryMayBeTestedIfTheAuthoritysPeerEndorses() {
        scene.ledger.submit(REGULATOR, new OversightCommand.Hold(List.of(pack.id()), "smoke", "Art. 79"));
        scene.ledger.endorsedBy("ManufacturerMSP", "RecyclerMSP", "CarrierMSP");
        assertThatIllegalStateException()
                .isThrownBy(() -> test(RECYCLER, report("2026-11-01T10:00:00Z", 850)))
                .withMessageStartingWith("ENDORSEMENT_POLICY_FAILURE");
        scene.ledger.endorsedBy("RegulatorMSP", "RecyclerMSP", "CarrierMSP");
        assertThat(test(RECYCLER, report("2026-11-01T10:00:00Z", 850)).grading().grade()).isEqualTo(Grade.RE_USE);
    }

    @Test
    void aCellOfAVehicleIsTestedByItsCapacity() {
        pack = scene.registered(Level.CELL);
        HealthTest test = test(RECYCLER, report("2026-11-01T10:00:00Z", Measurements.capacity(40_000)));
        assertThat(test.stateOfHealth().basis()).isEqualTo(Basis.REMAINING_CAPACITY);
        assertThat(test.stateOfHealth().permille()).isEqualTo(761);
    }

    @Test
    void repeatingTheCommandRecordsOneTest() {
        HealthCommand.RecordTest command = new HealthCommand.RecordTest(pack.id(), report("2026-11-01T10:00:00Z", 850));
        HealthTest first = scene.ledger.submit(RECYCLER, "t1", command);
        scene.ledger.pass(Duration.ofMinutes(5));
        assertThat(scene.ledger.submit(RECYCLER, "t1", command)).isEqualTo(first);
        assertThat(scene.ledger.evaluate(CARRIER, new HealthQuery.Tests(pack.id(), 10, null)).tests()).containsExactly(first);
    }

    @Test
    void aTestNeedsFewStateOperations() {
        test(RECYCLER, report("2026-11-01T10:00:00Z", 850));
        assertThat(scene.ledger.operations()).isLessThanOrEqualTo(8);
    }
}
