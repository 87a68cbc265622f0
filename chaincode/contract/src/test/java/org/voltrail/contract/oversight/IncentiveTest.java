package org.voltrail.contract.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.voltrail.contract.testing.Scene.CARRIER;
import static org.voltrail.contract.testing.Scene.MAKER;
import static org.voltrail.contract.testing.Scene.RECYCLER;
import static org.voltrail.contract.testing.Scene.REGULATOR;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.voltrail.contract.testing.Accredited;
import org.voltrail.contract.testing.Scene;
import org.voltrail.contract.testing.TestIdentity;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Milestone;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.oversight.AccreditationScope;
import org.voltrail.model.oversight.IncentiveClaim;
import org.voltrail.model.oversight.IncentiveTerms;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.OversightQuery;

class IncentiveTest {
    private final Scene scene = new Scene();

    private static IncentiveTerms terms(String from, String until, Category... categories) {
        return new IncentiveTerms(
                "Take-back", "Recycling Fund", Set.of(Milestone.PUT_INTO_SERVICE), Milestone.COLLECTED, "EUR", 500, 10, from, until,
                Set.of(categories));
    }

    private void define(String schemeId, IncentiveTerms terms) {
        scene.ledger.submit(REGULATOR, new OversightCommand.DefineIncentive(schemeId, terms));
    }

    private IncentiveClaim claim(TestIdentity claimant, Battery battery) {
        return scene.ledger.submit(claimant, new OversightCommand.ClaimIncentive("s1", battery.id()));
    }

    private Battery collected() {
        Accredited.grant(scene, RECYCLER, AccreditationScope.COLLECTION);
        Battery battery = scene.pack();
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2026-05-01", null, null, null));
        scene.ledger.submit(RECYCLER, new EndOfLifeCommand.Collect(battery.id(), "2026-11-20", "Yard 1"));
        return scene.battery(battery.id());
    }

    @Test
    void whoRecordedTheFactEarnsTheIncentiveEvenAfterHandingTheBatteryOn() {
        define("s1", terms("2026-01-01", "2026-12-31"));
        Battery battery = collected();
        scene.handOver(RECYCLER, CARRIER, battery.id());

        IncentiveClaim claim = claim(RECYCLER, battery);

        assertThat(claim.amountMinor()).isEqualTo(500 + 10 * 420);
        assertThat(claim.claimant()).isEqualTo("RecyclerMSP");
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.Claims("s1", 10, null)).claims()).containsExactly(claim);
        assertThat(scene.ledger.lastEvent().type()).isEqualTo("incentive.claimed.v1");
    }

    @Test
    void anIncentiveIsGrantedOncePerBattery() {
        define("s1", terms("2026-01-01", "2026-12-31"));
        Battery battery = collected();
        claim(RECYCLER, battery);
        scene.refused(ErrorCode.ALREADY_CLAIMED, () -> claim(RECYCLER, battery));
    }

    @Test
    void aFactThatIsNotRecordedEarnsNothing() {
        define("s1", terms("2026-01-01", "2026-12-31"));
        Battery battery = scene.pack();
        assertThat(scene.refused(ErrorCode.FACT_NOT_RECORDED, () -> claim(RECYCLER, battery)).expected()).isEqualTo("put-into-service");
        scene.ledger.submit(MAKER, new BatteryCommand.PutIntoService(battery.id(), "2026-05-01", null, null, null));
        assertThat(scene.refused(ErrorCode.FACT_NOT_RECORDED, () -> claim(RECYCLER, battery)).expected()).isEqualTo("collected");
    }

    @Test
    void somebodyElsesFactEarnsNothing() {
        define("s1", terms("2026-01-01", "2026-12-31"));
        Battery battery = collected();
        scene.refused(ErrorCode.FACT_NOT_RECORDED, () -> claim(MAKER, battery));
    }

    @Test
    void aFactOutsideTheSchemesDatesEarnsNothing() {
        define("s1", terms("2026-11-25", "2026-12-31"));
        Battery battery = collected();
        scene.refused(ErrorCode.FACT_NOT_RECORDED, () -> claim(RECYCLER, battery));
    }

    @Test
    void aCategoryThatIsNotCoveredEarnsNothing() {
        define("s1", terms("2026-01-01", "2026-12-31", Category.LMT));
        Battery battery = collected();
        scene.refused(ErrorCode.INVALID_FIELD, () -> claim(RECYCLER, battery));
    }

    @Test
    void aClosedOrUnknownSchemeGrantsNothing() {
        Battery battery = collected();
        scene.refused(ErrorCode.INCENTIVE_NOT_FOUND, () -> claim(RECYCLER, battery));
        define("s1", terms("2026-01-01", "2026-12-31"));
        scene.ledger.submit(REGULATOR, new OversightCommand.CloseIncentive("s1"));
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> claim(RECYCLER, battery));
        scene.refused(ErrorCode.ALREADY_CLOSED, () -> scene.ledger.submit(REGULATOR, new OversightCommand.CloseIncentive("s1")));
        scene.refused(ErrorCode.INCENTIVE_NOT_FOUND, () -> scene.ledger.evaluate(MAKER, new OversightQuery.Claims("s2", 10, null)));
    }

    @Test
    void onlyTheRegulatorDefinesSchemesAndEachOnce() {
        define("s1", terms("2026-01-01", "2026-12-31"));
        scene.refused(ErrorCode.ALREADY_EXISTS, () -> define("s1", terms("2026-01-01", "2026-12-31")));
        scene.refused(ErrorCode.ROLE_REQUIRED, () -> scene.ledger.submit(
                RECYCLER, new OversightCommand.DefineIncentive("mine", terms("2026-01-01", "2026-12-31"))));
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.Incentives(10, null)).schemes()).hasSize(1);
        assertThat(scene.ledger.evaluate(MAKER, new OversightQuery.GetIncentive("s1")).terms().currency()).isEqualTo("EUR");
    }
}
