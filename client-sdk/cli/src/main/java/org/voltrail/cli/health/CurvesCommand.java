package org.voltrail.cli.health;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.cli.ageing.DischargeTest;
import org.voltrail.cli.ageing.Fault;
import org.voltrail.cli.ageing.MeasuredCycle;
import org.voltrail.cli.ageing.MeasuredDataSet;
import org.voltrail.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail curves}. */
@Command(name = "curves",
        description = "List the discharges in a folder of measured ageing data, evaluated, with what is wrong with them. "
                + "Needs no network.")
public final class CurvesCommand extends CliCommand {

    @Parameters(paramLabel = "FOLDER", description = "Folder in the form of the NASA battery ageing set.")
    private Path folder = Path.of("");

    @Option(names = "--cell", split = ",", paramLabel = "NAME", description = "Only these cells.")
    private List<String> cells = List.of();

    @Option(names = "--faulty", description = "Only discharges with a fault.")
    private boolean faulty;

    /** For picocli. */
    public CurvesCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        MeasuredDataSet data = MeasuredDataSet.open(folder, CellRating.NASA_18650);
        data.cells().stream()
                .filter(cell -> cells.isEmpty() || cells.contains(cell))
                .forEach(cell -> data.read(cell, cycle -> show(console, data.rating(), cycle)));
        return ExitCode.OK;
    }

    private void show(Console console, CellRating rating, MeasuredCycle cycle) {
        if (!faulty || !cycle.faults().isEmpty()) {
            Line line = Line.of(rating, cycle);
            console.result(line, line.text());
        }
    }

    /**
     * What is printed of a discharge. Numbers are in thousandths, since JSON here has whole ones only.
     *
     * @param cell name of the cell
     * @param cycle number of the cycle
     * @param sound whether a health test may be made from it
     * @param capacityMah counted capacity in mAh
     * @param recordedMah recorded capacity in mAh
     * @param sohPermille state of health in per mille
     * @param resistanceMilliohm resistance in mΩ
     * @param faults what is wrong
     * @param sha256 hash of the raw curve
     */
    record Line(
            String cell,
            int cycle,
            boolean sound,
            @Nullable Long capacityMah,
            @Nullable Long recordedMah,
            @Nullable Long sohPermille,
            @Nullable Long resistanceMilliohm,
            List<Fault> faults,
            @Nullable String sha256) {

        private static Line of(CellRating rating, MeasuredCycle cycle) {
            DischargeTest test = cycle.test();
            Long recorded = cycle.entry().recordedAmpereHours().isPresent()
                    ? thousandths(cycle.entry().recordedAmpereHours().getAsDouble()) : null;
            List<Fault> faults = cycle.faults().stream().sorted().toList();
            return test == null
                    ? new Line(cycle.entry().cell(), cycle.entry().cycle(), false, null, recorded, null, null, faults, null)
                    : new Line(cycle.entry().cell(), cycle.entry().cycle(), cycle.sound(), thousandths(test.ampereHours()), recorded,
                            thousandths(test.stateOfHealth(rating)), test.ohms().isPresent() ? thousandths(test.ohms().getAsDouble()) : null,
                            faults, test.sha256());
        }

        private static Long thousandths(double value) {
            return Math.round(value * 1000);
        }

        private String text() {
            return String.format(Locale.ROOT, "%-8s %4d  %-6s %6s mAh (recorded %6s)  %5s ‰  %5s mΩ  %s", cell, cycle,
                    sound ? "sound" : "FAULTY", shown(capacityMah), shown(recordedMah), shown(sohPermille), shown(resistanceMilliohm),
                    faults.stream().map(Fault::sentence).collect(Collectors.joining("; ")));
        }

        private static String shown(@Nullable Long value) {
            return value == null ? "-" : value.toString();
        }
    }
}
