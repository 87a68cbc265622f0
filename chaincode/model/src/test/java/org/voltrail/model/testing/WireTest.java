package org.voltrail.model.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voltrail.model.Command;
import org.voltrail.model.CommandEnvelope;
import org.voltrail.model.Check;
import org.voltrail.model.Role;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Material;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.endoflife.ContentClaim;
import org.voltrail.model.endoflife.Destination;
import org.voltrail.model.endoflife.Disposal;
import org.voltrail.model.endoflife.DisposalCertificate;
import org.voltrail.model.endoflife.DisposalOperation;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.LotOutput;
import org.voltrail.model.endoflife.LotPlan;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.NegativeEvent;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.oversight.AccreditationGrant;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.DeadlineRules;
import org.voltrail.model.oversight.FindingReport;
import org.voltrail.model.oversight.FindingSubject;
import org.voltrail.model.oversight.IncentiveTerms;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.ParticipantEntry;
import org.voltrail.model.oversight.RecallScope;

/** Commands come out of their JSON as they went in, are valid, and go to the function that their record names. */
class WireTest {
    private static final String BATTERY = "https://id.example.org/01/04012345678901/21/A1";
    private static final ParticipantEntry ENTRY =
            new ParticipantEntry("RegulatorMSP", "Authority", Set.of(Role.REGULATOR), "DE", "4012345678901", null, null);

    static Stream<Command<?>> commands() {
        return Stream.of(health(), endOfLife(), registers(), powers(), incentives()).flatMap(commands -> commands);
    }

    private static Stream<Command<?>> health() {
        NegativeEvent event = new NegativeEvent(NegativeEvent.Kind.MECHANICAL_IMPACT, "2025-03-04");
        return Stream.of(new HealthCommand.RecordTest(
                BATTERY,
                Reports.at("2026-01-01T00:00:00Z", Reports.withEvents(Reports.withUsage(Reports.packAt(900), Reports.cycles(500)), event))));
    }

    private static Stream<Command<?>> endOfLife() {
        DisposalCertificate certificate = new DisposalCertificate("Z-1", "Plant 2", "2026-01-02", "cd".repeat(32));
        return Stream.of(
                new EndOfLifeCommand.Collect(BATTERY, "2026-01-01", "Yard 1"),
                new EndOfLifeCommand.Dismantle(BATTERY, "2026-01-01", "Yard 1", Map.of(Material.STEEL, 5_000L)),
                new EndOfLifeCommand.OpenLot(new LotPlan(Family.LITHIUM, "hydrometallurgical", "Plant 1", "2026-01-01")),
                new EndOfLifeCommand.AddToLot("lot-1", List.of(BATTERY)),
                new EndOfLifeCommand.RecordOutput("lot-1", List.of(new LotOutput(Material.COBALT, Destination.RECYCLED, 1)), "W-1"),
                new EndOfLifeCommand.CloseLot("lot-1", "2026-01-01", 0),
                new EndOfLifeCommand.SettleLot("lot-1"),
                new EndOfLifeCommand.TransferCredit("lot-1.cobalt", "ManufacturerMSP", null),
                new EndOfLifeCommand.ClaimRecycledContent(List.of(new ContentClaim(BATTERY, "lot-1.cobalt", 5))),
                new EndOfLifeCommand.Dispose(
                        List.of(BATTERY), new Disposal(DisposalOperation.D10, "Plant 2", "2026-01-02", "burnt out", certificate)));
    }

    private static Stream<Command<?>> registers() {
        return Stream.of(
                new OversightCommand.Constitute("RegulatorMSP", List.of(ENTRY)),
                new OversightCommand.Admit(ENTRY),
                new OversightCommand.Suspend("RecyclerMSP", "fraud"),
                new OversightCommand.Accredit(new AccreditationGrant(
                        "RecyclerMSP", AccreditationScope.RECYCLING, "1", "B", "2026-01-01", "2026-12-31", Set.of(Category.EV))),
                new OversightCommand.WithdrawAccreditation("RecyclerMSP", AccreditationScope.RECYCLING, "fraud"),
                new OversightCommand.SetDeadlineRules(DeadlineRules.defaults("CN").orElseThrow()));
    }

    private static Stream<Command<?>> powers() {
        FindingSubject subject = new FindingSubject(FindingSubject.Kind.BATTERY, BATTERY);
        return Stream.of(
                new OversightCommand.Hold(List.of(BATTERY), "smoke", "Art. 79"),
                new OversightCommand.Release("hold-1", List.of(BATTERY), "harmless"),
                new OversightCommand.Recall(RecallScope.ofBatch("ManufacturerMSP", "VT-60", "B1"), "fire", "return"),
                new OversightCommand.Recall(RecallScope.ofBatteries(List.of(BATTERY)), "fire", "return"),
                new OversightCommand.ExtendRecall("recall-1", List.of(BATTERY)),
                new OversightCommand.CloseRecall("recall-1", "all mended"),
                new OversightCommand.ClearRecall("recall-1"),
                new OversightCommand.RecordFinding(
                        new FindingReport(subject, FindingReport.Severity.MAJOR, "Label", "The label is missing.", null, "2026-02-01")),
                new OversightCommand.CloseFinding("finding-1", "label added"));
    }

    private static Stream<Command<?>> incentives() {
        IncentiveTerms terms = new IncentiveTerms(
                "Take-back", "Fund", Set.of(Milestone.COLLECTED), Milestone.COLLECTED, "EUR", 500, 10, "2026-01-01", "2026-12-31", Set.of());
        return Stream.of(
                new OversightCommand.DefineIncentive("s1", terms),
                new OversightCommand.CloseIncentive("s1"),
                new OversightCommand.ClaimIncentive("s1", BATTERY));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandSurvivesItsJson(Command<?> command) {
        byte[] json = CanonicalJson.write(new CommandEnvelope<>("c1", command));
        CommandEnvelope<?> envelope = CanonicalJson.readEnvelope(json, command.getClass().asSubclass(Command.class));
        assertThat(envelope.command()).isEqualTo(command);
        envelope.validate(Check.root());
        assertThat(CanonicalJson.write(envelope)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aCommandGoesToTheFunctionThatItsRecordNames(Command<?> command) {
        assertThat(command.transaction()).isEqualToIgnoringCase(command.getClass().getSimpleName());
    }
}
