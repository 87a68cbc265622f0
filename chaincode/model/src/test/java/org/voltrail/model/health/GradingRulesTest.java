package org.voltrail.model.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.health.Threshold.Bound;

class GradingRulesTest {
    private final GradingRules rules = GradingRules.defaults();

    @ParameterizedTest
    @CsvSource({
        "STATE_OF_HEALTH, 800, RE_USE", "STATE_OF_HEALTH, 799, REPURPOSE", "STATE_OF_HEALTH, 600, REPURPOSE",
        "STATE_OF_HEALTH, 599, RECYCLE", "RESISTANCE_INCREASE, 500, RE_USE", "RESISTANCE_INCREASE, 501, REPURPOSE",
        "RESISTANCE_INCREASE, 1001, RECYCLE", "SELF_DISCHARGE, 50, RE_USE", "SELF_DISCHARGE, 101, RECYCLE",
        "REMAINING_POWER, 699, REPURPOSE", "REMAINING_EFFICIENCY, 799, RECYCLE", "HARMFUL_EVENTS, 11, REPURPOSE",
        "SEVERE_EVENTS, 1, RECYCLE", "IMPACT_EVENTS, 1, REPURPOSE", "IMPACT_EVENTS, 3, RECYCLE"
    })
    void anIndicatorDecidesAtItsThresholds(Indicator indicator, long value, Grade grade) {
        assertThat(rules.grade(Map.of(indicator, value), Condition.SOUND).grade()).isEqualTo(grade);
    }

    @Test
    void theWorstIndicatorDecides() {
        Grading grading = rules.grade(Map.of(Indicator.STATE_OF_HEALTH, 950L, Indicator.RESISTANCE_INCREASE, 1_200L), Condition.SOUND);
        assertThat(grading.grade()).isEqualTo(Grade.RECYCLE);
        assertThat(grading.rules()).isEqualTo("voltrail-grading-1");
        assertThat(grading.reasons())
                .containsExactly(new GradeReason(Grade.RECYCLE, Indicator.RESISTANCE_INCREASE, 1_200L, 1_000L, null));
    }

    @Test
    void theBestGradeNeedsNoReasons() {
        assertThat(rules.grade(Map.of(Indicator.STATE_OF_HEALTH, 990L), Condition.SOUND).reasons()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Condition.class, names = "SOUND", mode = EnumSource.Mode.EXCLUDE)
    void aBatteryThatIsNotSoundIsOnlyRecycled(Condition condition) {
        Grading grading = rules.grade(Map.of(Indicator.STATE_OF_HEALTH, 1_000L), condition);
        assertThat(grading.grade()).isEqualTo(Grade.RECYCLE);
        assertThat(grading.reasons()).containsExactly(new GradeReason(Grade.RECYCLE, null, null, null, condition));
    }

    @ParameterizedTest
    @EnumSource(Condition.class)
    void everyConditionHasItsLimit(Condition condition) {
        assertThat(rules.conditions()).filteredOn(limit -> limit.condition() == condition).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void everyIndicatorHasItsThresholdsWithASource(Indicator indicator) {
        assertThat(rules.thresholds())
                .filteredOn(threshold -> threshold.indicator() == indicator)
                .singleElement()
                .satisfies(threshold -> assertThat(threshold.source()).isNotBlank());
    }

    @Test
    void aTableInWhichWorseIsBetterIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Threshold(Indicator.STATE_OF_HEALTH, "permille", Bound.AT_LEAST, 600, 800, "none"));
    }
}
