package org.voltrail.model.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voltrail.model.Check;
import org.voltrail.model.ErrorCode;
import org.voltrail.model.LedgerException;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Category;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Level;
import org.voltrail.model.battery.Specification;
import org.voltrail.model.battery.Stage;
import org.voltrail.model.battery.Status;

class HazardGateTest {
    @ParameterizedTest
    @CsvSource({
        "NMC,SOUND,IN_SERVICE,UN3480,SP230,P903,true", "NMC,SOUND,IN_SERVICE,UN3481,SP230,LP903,true",
        "NMC,SOUND,IN_SERVICE,UN3480,SP377,P909,false", "NMC,SOUND,WASTE,UN3480,SP377,P909,true", "NMC,SOUND,WASTE,UN3480,SP230,P903,true",
        "NMC,SOUND,IN_SERVICE,UN3480,SP376,P908,false", "NMC,DAMAGED,IN_SERVICE,UN3480,SP376,P908,true",
        "NMC,DEFECTIVE,COLLECTED,UN3480,SP376,LP904,true", "NMC,DAMAGED,WASTE,UN3480,SP377,P909,false",
        "NMC,DAMAGED,WASTE,UN3480,SP376,P911,false", "NMC,CRITICAL,WASTE,UN3480,SP376,P908,false", "NMC,CRITICAL,WASTE,UN3480,SP376,P911,true",
        "NMC,CRITICAL,WASTE,UN3480,SP376,LP906,true", "NMC,SOUND,IN_SERVICE,UN2794,NONE,P801,false", "LEAD_ACID,SOUND,IN_SERVICE,UN2794,NONE,P801,true",
        "LEAD_ACID,SOUND,IN_SERVICE,UN3480,SP230,P903,false", "SODIUM_ION,SOUND,REGISTERED,UN3551,SP230,P903,true",
        "SODIUM_ION,SOUND,REGISTERED,UN3480,SP230,P903,false", "LFP,SOUND,WASTE,UN3480,SP636,P909,false"
    })
    void onlyWhatFitsTheRecordedConditionPasses(
            Chemistry chemistry, Condition condition, Stage stage, UnNumber un, SpecialProvision provision, PackingInstruction packing, boolean passes) {
        Battery battery = battery(chemistry, 420_000, condition, stage);

        assertThat(HazardGate.allows(battery, new Transport(un, provision, packing, "D-1", null))).isEqualTo(passes);
    }

    @Test
    void smallWasteBatteriesTravelUnderSpecialProvision636() {
        Battery battery = battery(Chemistry.LFP, 500, Condition.SOUND, Stage.WASTE);

        assertThat(HazardGate.allows(battery, new Transport(UnNumber.UN3480, SpecialProvision.SP636, PackingInstruction.P909, "D", null))).isTrue();
    }

    @Test
    void aRefusalSaysWhatWouldFit() {
        Battery battery = battery(Chemistry.NMC, 420_000, Condition.CRITICAL, Stage.WASTE);
        Transport sound = new Transport(UnNumber.UN3480, SpecialProvision.SP230, PackingInstruction.P903, "D", null);

        assertThatThrownBy(() -> HazardGate.demand(Check.root().at("command"), battery, sound)).isInstanceOfSatisfying(LedgerException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PACKING_MISMATCH);
            assertThat(e.error().field()).isEqualTo("command.transport");
            assertThat(e.error().expected()).contains("SP376").contains("P911").contains("LP906");
            assertThat(e.error().actual()).isEqualTo("UN3480 SP230 P903");
        });
    }

    private static Battery battery(Chemistry chemistry, long grams, Condition condition, Stage stage) {
        Specification specification = new Specification(
                Category.EV, Level.PACK, chemistry, "VT", null, "2026-04-02", "Zwickau", grams, 210_000, 355_000, 74_550, Map.of(), null, null);
        BatteryRegistration registration =
                new BatteryRegistration("https://id.example.org/01/09506000134352/21/B-1", List.of(), specification);
        return Battery.fresh(registration, "M", Status.ORIGINAL, "2026-11-24T08:00:00Z").edit().condition(condition).stage(stage).build();
    }
}
