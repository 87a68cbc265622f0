package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.ledger.Keys;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Chemistry.Family;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotPlan;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.Deadline;
import org.voltrail.model.oversight.Deadline.State;
import org.voltrail.model.oversight.DeadlineReport;
import org.voltrail.model.oversight.DeadlineRules;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;

class DeadlinesTest {
    private final Scene scene = new Scene();

    private DeadlineReport report(String battery, @Nullable String jurisdiction, @Nullable String asOf) {
        return scene.ledger.evaluate(MAKER, new OversightQuery.Deadlines(battery, jurisdiction, asOf));
    }

    private Deadline deadline(String battery, String rule, @Nullable String asOf) {
        return report(battery, rule.substring(0, 2).toUpperCase(Locale.ROOT), asOf).deadlines().stream()
                .filter(found -> found.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private Battery waste() {
        Battery battery = scene.pack();
        scene.ledger.submit(MAKER, new BatteryCommand.DeclareWaste(battery.id(), "end of life"));
        scene.handOver(MAKER, RECYCLER, battery.id());
        return scene.battery(battery.id());
    }

    private void wasteOfRecycler(String id) {
        Battery waste = scene.battery(id).edit().holder("RecyclerMSP").stage(Stage.WASTE).build();
        scene.ledger.given(Keys.battery(id), waste);
    }

    @Test
    void theIntakeIsDueUntilTheBatteryIsInALot() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.RECYCLING);
        String battery = waste().id();
        assertThat(deadline(battery, "cn-2018-15-intake", null).state()).isEqualTo(State.RUNNING);
        assertThat(deadline(battery, "cn-2018-15-intake", "2027-02-01T00:00:00Z").state()).isEqualTo(State.OVERDUE);
        scene.ledger.at("2027-01-20T08:00:00Z");
        Lot lot = scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.OpenLot(new LotPlan(Family.LITHIUM, "hydrometallurgical", "Plant 1", "2026-11-01")));
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.AddToLot(lot.lotId(), List.of(battery)));
        Deadline missed = deadline(battery, "cn-2018-15-intake", null);
        assertThat(missed.state()).isEqualTo(State.MISSED);
        assertThat(missed.party()).isEqualTo("RecyclerMSP");
        assertThat(missed.stoppedOn()).isEqualTo("2027-01-20");
    }

    @Test
    void theHoldersJurisdictionAppliesUnlessAnotherIsNamed() {
        String battery = waste().id();
        assertThat(report(battery, null, null).jurisdiction()).isEqualTo("EU");
        assertThat(report(battery, null, null).deadlines()).extracting(Deadline::rule).containsExactly("eu-1999-31-storage");
        assertThat(report(battery, "CN", null).version()).isEqualTo("voltrail-cn-1");
    }

    @Test
    void aLateRecordOfACollectionIsMissed() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.COLLECTION);
        Battery battery = scene.pack();
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2026-05-01", null, null, null));
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.Collect(battery.id(), "2026-06-01", "Yard 1"));
        Deadline deadline = deadline(battery.id(), "cn-2018-11-collection", null);
        assertThat(deadline.state()).isEqualTo(State.MISSED);
        assertThat(deadline.startedOn()).isEqualTo("2026-06-01");
        assertThat(deadline.dueOn()).isEqualTo("2026-07-14");
    }

    @Test
    void theAuthorityReplacesTheRulesOfAJurisdiction() {
        String battery = waste().id();
        DeadlineRules china = DeadlineRules.defaults("CN").orElseThrow();
        DeadlineRules fewer = new DeadlineRules("CN", "cn-2027", china.calendar(), china.rules().subList(0, 1));
        scene.ledger.submit(REGULATOR, new OversightCommand.SetDeadlineRules(fewer));
        assertThat(report(battery, "CN", null).version()).isEqualTo("cn-2027");
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.GetDeadlineRules("CN"))).isEqualTo(fewer);
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(RECYCLER, new OversightCommand.SetDeadlineRules(china)));
    }

    @Test
    void aJurisdictionWithoutRulesIsRefused() {
        String battery = waste().id();
        scene.refused(ErrorCode.INVALID_FIELD, () -> report(battery, "US", null));
        scene.refused(ErrorCode.BATTERY_NOT_FOUND, () -> report(scene.id(), "CN", null));
    }

    @Test
    void processingIsDueWhileALargeLotIsClosedButNotSettled() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.RECYCLING);
        Lot lot = scene.ledger.submit(
                RECYCLER, new EndOfLifeCommand.OpenLot(new LotPlan(Family.LITHIUM, "hydrometallurgical", "Plant 1", "2026-11-01")));
        String last = "";
        for (int i = 0; i < 2; i++) {
            List<String> ids = scene.packs(600);
            ids.forEach(this::wasteOfRecycler);
            lot = scene.ledger.submit(RECYCLER, new EndOfLifeCommand.AddToLot(lot.lotId(), ids));
            last = ids.get(599);
        }
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.CloseLot(lot.lotId(), "2026-11-20", lot.masses().inputMg()));
        assertThat(deadline(last, "cn-2018-15-processing", null).state()).isEqualTo(State.RUNNING);
        assertThat(deadline(last, "cn-2018-15-processing", null).startedOn()).isEqualTo("2026-11-20");
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.SettleLot(lot.lotId()));
        assertThat(deadline(last, "cn-2018-15-processing", null).state()).isEqualTo(State.MET);
    }
}
