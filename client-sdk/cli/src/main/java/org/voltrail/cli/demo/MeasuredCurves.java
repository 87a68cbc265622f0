package org.voltrail.cli.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.cli.ageing.DischargeTest;
import org.voltrail.cli.ageing.Fault;
import org.voltrail.cli.ageing.HealthReports;
import org.voltrail.cli.ageing.MeasuredCycle;
import org.voltrail.cli.ageing.MeasuredDataSet;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.TestReport;

/**
 * A laboratory whose discharge curves are measured ones. Each battery is given one of the cells and ages as that cell did: its
 * tests are sound discharges of the cell, in their order.
 */
final class MeasuredCurves implements Laboratory {

    /** A cell needs so many sound discharges to stand for batteries. */
    private static final int LEAST_TESTS = 6;

    private final List<List<DischargeTest>> cells = new ArrayList<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final HealthReports reports = new HealthReports(CellRating.NASA_18650, Pack.SCALING,
            new Instrument("NASA PCoE battery test bench", "measured", null), "Constant-current discharge to 2.7 V, Saha and Goebel 2007");
    private final long seed;
    private final Instant now;
    private int discharges;
    private int sound;

    private MeasuredCurves(long seed, Instant now) {
        this.seed = seed;
        this.now = now;
    }

    static MeasuredCurves read(Path folder, long seed, Instant now) {
        MeasuredCurves curves = new MeasuredCurves(seed, now);
        MeasuredDataSet data = MeasuredDataSet.open(folder, CellRating.NASA_18650);
        data.cells().forEach(cell -> curves.add(data, cell));
        if (curves.cells.isEmpty()) {
            throw new CliException(ExitCode.LOCAL, folder + " has no cell with " + LEAST_TESTS + " sound discharges.",
                    "\"voltrail curves\" lists all discharges.");
        }
        return curves;
    }

    private void add(MeasuredDataSet data, String cell) {
        List<DischargeTest> tests = new ArrayList<>();
        data.read(cell, cycle -> {
            discharges++;
            cycle.faults().forEach(fault -> faults.merge(fault, 1, Integer::sum));
            addSound(tests, cycle);
        });
        sound += tests.size();
        if (tests.size() >= LEAST_TESTS) {
            cells.add(tests);
        }
    }

    private static void addSound(List<DischargeTest> tests, MeasuredCycle cycle) {
        DischargeTest test = cycle.test();
        if (test != null && cycle.sound() && test.ohms().isPresent()) {
            tests.add(test);
        }
    }

    @Override
    public CellRating cell() {
        return CellRating.NASA_18650;
    }

    @Override
    public String source() {
        return "Discharge curves are measured: " + discharges + " discharges, " + sound + " of them sound, " + cells.size()
                + " cells used. Found and left out: " + faults.entrySet().stream()
                .map(entry -> entry.getValue() + "× " + entry.getKey().sentence())
                .collect(Collectors.joining("; ")) + ".";
    }

    @Override
    public List<TestReport> tests(Life life) {
        List<DischargeTest> cell = cells.get(life.number() % cells.size());
        SplittableRandom random = new SplittableRandom(seed + life.number());
        int last = 2 + random.nextInt(cell.size() - 2);
        double initial = cell.get(0).ohms().orElseThrow();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        long days = ChronoUnit.DAYS.between(life.inServiceOn(), today);
        Instant middle = life.inServiceOn().plusDays(days / 2).atTime(10, 0).toInstant(ZoneOffset.UTC);
        Instant first = life.inServiceOn().plusDays(days / 10).atTime(10, 0).toInstant(ZoneOffset.UTC);
        return List.of(
                reports.report(cell.get(0), first, initial),
                reports.report(cell.get(last / 2), middle, initial),
                reports.report(cell.get(last), now.minus(1, ChronoUnit.HOURS), initial));
    }
}
