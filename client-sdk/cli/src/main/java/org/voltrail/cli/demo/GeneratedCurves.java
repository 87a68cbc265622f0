package org.voltrail.cli.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.voltrail.cli.ageing.AgeingLaw;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.cli.ageing.CurveGenerator;
import org.voltrail.cli.ageing.DischargeEvaluator;
import org.voltrail.cli.ageing.DischargeTest;
import org.voltrail.cli.ageing.HealthReports;
import org.voltrail.cli.ageing.SchmalstiegAgeing;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.TestReport;

/** A laboratory whose discharge curves come from the generator: each battery is driven and kept warm in its own way. */
final class GeneratedCurves implements Laboratory {

    private static final double RATE = 0.5;
    private static final double AMBIENT = 25;

    private final CurveGenerator generator;
    private final DischargeEvaluator evaluator = new DischargeEvaluator(CurveGenerator.CELL);
    private final HealthReports reports = new HealthReports(CurveGenerator.CELL, Pack.SCALING,
            new Instrument("Voltrail curve generator", "generated", null), "Generated after Schmalstieg et al. 2014, C/2 at 25 °C");
    private final long seed;
    private final Instant now;

    GeneratedCurves(long seed, Instant now) {
        this.seed = seed;
        this.now = now;
        this.generator = new CurveGenerator(seed, new SchmalstiegAgeing());
    }

    @Override
    public CellRating cell() {
        return CurveGenerator.CELL;
    }

    @Override
    public String source() {
        return "Discharge curves are generated after the ageing model of Schmalstieg et al. (2014), seed " + seed + ".";
    }

    @Override
    public List<TestReport> tests(Life life) {
        AgeingLaw.Usage usage = usage(life);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        double days = ChronoUnit.DAYS.between(life.inServiceOn(), today);
        List<TestReport> tests = new ArrayList<>();
        double initial = test(life, usage, 0).ohms().orElseThrow();
        for (double share : new double[] {0.35, 0.7, 1}) {
            Instant at = share == 1 ? now.minus(1, ChronoUnit.HOURS)
                    : life.inServiceOn().plusDays((long) (days * share)).atTime(10, 0).toInstant(ZoneOffset.UTC);
            tests.add(reports.report(test(life, usage, days * share), at, initial));
        }
        return tests;
    }

    private DischargeTest test(Life life, AgeingLaw.Usage usage, double days) {
        return evaluator.evaluate(generator.capacityTest(life.registration().id(), usage, days, RATE, AMBIENT), generator.wear(usage, days));
    }

    private AgeingLaw.Usage usage(Life life) {
        SplittableRandom random = new SplittableRandom(seed + life.number());
        return new AgeingLaw.Usage(
                random.nextDouble(14, 32), random.nextDouble(3.65, 3.85), 3.8, random.nextDouble(0.25, 0.65), random.nextDouble(0.6, 1.6));
    }
}
