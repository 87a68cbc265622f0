package org.voltrail.cli.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.voltrail.model.battery.Grade;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthTest;
import org.voltrail.model.health.TestReport;

/** State-of-health tests by the accredited laboratory. */
final class Tests {

    private final Stagehand stagehand;
    private final Laboratory laboratory;
    private final AtomicInteger count = new AtomicInteger();

    Tests(Stagehand stagehand, Laboratory laboratory) {
        this.stagehand = stagehand;
        this.laboratory = laboratory;
    }

    /** Records all tests of each battery, in their order. */
    String record(List<Life> lives) {
        stagehand.each(lives, life -> record(life, laboratory.tests(life)));
        Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
        lives.forEach(life -> grades.merge(Objects.requireNonNull(life.grade()), 1, Integer::sum));
        return count.get() + " tests recorded; the ledger grades " + grades.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private CompletionStage<?> record(Life life, List<TestReport> tests) {
        CompletionStage<?> last = CompletableFuture.completedStage(null);
        for (TestReport test : tests) {
            last = last.thenCompose(done -> record(life, test));
        }
        return last;
    }

    private CompletionStage<HealthTest> record(Life life, TestReport test) {
        return stagehand.does(stagehand.cast().recycler(), new HealthCommand.RecordTest(life.id(), test)).thenApply(result -> {
            count.incrementAndGet();
            life.graded(result.grading().grade());
            return result;
        });
    }
}
