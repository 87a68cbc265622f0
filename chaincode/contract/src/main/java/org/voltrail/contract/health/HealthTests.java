package org.voltrail.contract.health;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voltrail.contract.ledger.Guard;
import org.voltrail.contract.ledger.Ids;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.ledger.LedgerTransaction;
import org.voltrail.contract.ledger.LedgerView;
import org.voltrail.contract.ledger.LedgerView.Slice;
import org.voltrail.contract.ledger.Paging;
import org.voltrail.contract.oversight.Accreditations;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerError;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryEditor;
import org.voltrail.model.battery.HealthSummary;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.battery.Origin;
import org.voltrail.model.battery.PassportId;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthFact;
import org.voltrail.model.health.HealthQuery;
import org.voltrail.model.health.HealthTest;
import org.voltrail.model.health.HealthTestPage;
import org.voltrail.model.health.TestEvaluation;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.oversight.Accreditation;
import org.voltrail.model.oversight.AccreditationScope;

/**
 * Records tests. A battery on hold or under recall may be tested: that is often why it was stopped. The holder's peer, or the
 * authority's, endorses, as for every change of a battery.
 */
final class HealthTests {
    private static final String TYPE = "test";
    private static final int ID_DIGITS = 16;

    private HealthTests() {}

    static List<String> keys(HealthCommand.RecordTest command, String msp) {
        return List.of(Keys.battery(command.battery()), Accreditations.key(msp, AccreditationScope.TESTING));
    }

    static HealthTest record(LedgerTransaction transaction, HealthCommand.RecordTest command) {
        transaction.requireRole(Role.TESTER);
        Battery battery = transaction.battery(command.battery());
        Accreditation accreditation = Accreditations.require(transaction, AccreditationScope.TESTING, battery);
        Guard.of(transaction, battery)
                .stage(Stage.REGISTERED, Stage.IN_SERVICE, Stage.WASTE, Stage.COLLECTED, Stage.DISMANTLED);
        TestEvaluation evaluation = TestEvaluation.of(
                Check.root().at("command").at("report"), battery, command.report(), latest(transaction, battery), transaction.instant());
        HealthTest test = new HealthTest(
                testId(transaction, command.report()), battery.id(), transaction.msp(), accreditation.grant().number(), command.report(),
                evaluation.negativeEvents(), evaluation.stateOfHealth(), evaluation.grading(), transaction.time(), transaction.txId());
        transaction.put(Keys.ofBattery(TYPE, battery.id(), test.testId()), test);
        note(transaction, battery, test);
        return test;
    }

    private static Optional<HealthTest> latest(LedgerView view, Battery battery) {
        HealthSummary summary = battery.health();
        return summary == null ? Optional.empty() : view.find(Keys.ofBattery(TYPE, battery.id(), summary.testId()), HealthTest.class);
    }

    /** The time of measurement comes first, so that keys sort by it. */
    private static String testId(LedgerTransaction transaction, TestReport report) {
        String seconds = Instant.parse(report.testedAt()).toString().substring(0, "yyyy-MM-ddTHH:mm:ss".length());
        return seconds.replaceAll("[-:]", "").toLowerCase(Locale.ROOT) + "z-" + Ids.digits(transaction, ID_DIGITS);
    }

    private static void note(LedgerTransaction transaction, Battery battery, HealthTest test) {
        HealthSummary known = battery.health();
        String testedAt = Instant.parse(test.report().testedAt()).toString();
        boolean latest = known == null || !Instant.parse(testedAt).isBefore(Instant.parse(known.testedAt()));
        BatteryEditor after = battery.edit()
                .milestone(Milestone.TESTED, transaction.time(), new Origin(transaction.msp(), testedAt.substring(0, "yyyy-MM-dd".length())));
        if (latest) {
            after.health(new HealthSummary(test.stateOfHealth().permille(), test.grading().grade(), testedAt, test.testId()));
        }
        transaction.record(battery, after.build(), fact(test, latest));
    }

    private static HealthFact.Tested fact(HealthTest test, boolean latest) {
        return new HealthFact.Tested(
                test.testId(), test.tester(), test.report().testedAt(), test.stateOfHealth(), test.grading().grade(), test.report().method(),
                test.report().rawDataSha256(), latest);
    }

    static HealthTest get(LedgerView view, HealthQuery.GetTest query) {
        return view.find(Keys.ofBattery(TYPE, query.battery(), query.testId()), HealthTest.class)
                .orElseThrow(() -> LedgerError.of(ErrorCode.TEST_NOT_FOUND, "The battery has no test with this id.")
                        .comparing(null, query.testId())
                        .exception());
    }

    static HealthTestPage list(LedgerView view, HealthQuery.Tests query) {
        String battery = PassportId.parse(view.battery(query.battery()).id()).key();
        Slice<HealthTest> page = Paging.page(view, HealthTest.class, query.size(), query.bookmark(), TYPE, battery);
        return new HealthTestPage(page.entries(), page.next());
    }
}
