package org.voltrail.model.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.health.Threshold.Bound;

class GradingProperties {
    private final GradingRules rules = GradingRules.defaults();

    @Provide
    Arbitrary<Map<Indicator, Long>> indicators() {
        return Arbitraries.maps(Arbitraries.of(Indicator.class), Arbitraries.longs().between(0, 1_500)).ofMinSize(1);
    }

    @Property
    void makingAnIndicatorWorseNeverMakesTheGradeBetter(
            @ForAll("indicators") Map<Indicator, Long> indicators,
            @ForAll Indicator worse,
            @ForAll @LongRange(min = 0, max = 1_000) long by,
            @ForAll Condition condition) {
        Map<Indicator, Long> after = new EnumMap<>(indicators);
        after.computeIfPresent(worse, (indicator, value) -> worsened(indicator, value, by));
        Grade before = rules.grade(indicators, condition).grade();
        assertThat(before.atLeast(rules.grade(after, condition).grade())).isTrue();
    }

    private long worsened(Indicator indicator, long value, long by) {
        Bound bound = rules.thresholds().stream().filter(row -> row.indicator() == indicator).findFirst().orElseThrow().bound();
        return bound == Bound.AT_LEAST ? value - by : value + by;
    }

    @Property
    void knowingMoreNeverMakesTheGradeBetter(
            @ForAll("indicators") Map<Indicator, Long> indicators, @ForAll Indicator more, @ForAll @LongRange(min = 0, max = 1_500) long value) {
        Map<Indicator, Long> after = new EnumMap<>(indicators);
        after.putIfAbsent(more, value);
        Grade before = rules.grade(indicators, Condition.SOUND).grade();
        assertThat(before.atLeast(rules.grade(after, Condition.SOUND).grade())).isTrue();
    }

    @Property
    void aGradeBelowTheBestHasAReasonThatAllowsNoBetter(@ForAll("indicators") Map<Indicator, Long> indicators, @ForAll Condition condition) {
        Grading grading = rules.grade(indicators, condition);
        assertThat(grading.reasons().isEmpty()).isEqualTo(grading.grade() == Grade.RE_USE);
        assertThat(grading.reasons()).allMatch(reason -> reason.allows().atLeast(grading.grade()));
    }

    @Property
    void theStateOfHealthNeverLooksBetterThanItIs(@ForAll @LongRange(min = 1, max = 100_000_000) long rated, @ForAll @LongRange(min = 0, max = 1_100) long share) {
        long measured = rated * share / 1_000;
        Long permille = new Evolution(rated, measured).remainingPermille();
        assertThat(permille * rated).isLessThanOrEqualTo(measured * 1_000).isGreaterThan(measured * 1_000 - rated);
    }
}
