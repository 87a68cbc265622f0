package org.voltrail.cli.health;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.ageing.CellRating;
import org.voltrail.cli.ageing.DischargeTest;
import org.voltrail.cli.ageing.Fault;
import org.voltrail.cli.ageing.HealthReports;
import org.voltrail.cli.ageing.MeasuredCycle;
import org.voltrail.cli.ageing.MeasuredDataSet;
import org.voltrail.cli.ageing.PackScaling;
import org.voltrail.model.health.Instrument;
import org.voltrail.model.health.TestReport;
import picocli.CommandLine.Option;

/** Options that name a measured discharge and say how it was measured. */
final class CurveSource {

    @Option(names = "--curves", required = true, paramLabel = "FOLDER", description = "Folder of measured curves.")
    private Path folder = Path.of("");

    @Option(names = "--cell", required = true, paramLabel = "NAME", description = "Cell whose discharge it is.")
    private String cell = "";

    @Option(names = "--cycle", paramLabel = "N", description = "Number of the discharge (default: the last sound one).")
    private @Nullable Integer cycle;

    @Option(names = "--cell-capacity", paramLabel = "AH", defaultValue = "2.0", description = "Rated capacity of the cell (default: ${DEFAULT-VALUE}).")
    private double capacity = 2.0;

    @Option(names = "--cell-voltage", paramLabel = "V", defaultValue = "3.7", description = "Nominal voltage of the cell (default: ${DEFAULT-VALUE}).")
    private double nominal = 3.7;

    @Option(names = "--full-voltage", paramLabel = "V", defaultValue = "4.2", description = "Voltage of the full cell at rest (default: ${DEFAULT-VALUE}).")
    private double full = 4.2;

    @Option(names = "--cut-off", paramLabel = "V", defaultValue = "2.7", description = "Voltage at which the test ends (default: ${DEFAULT-VALUE}).")
    private double cutOff = 2.7;

    @Option(names = "--series", paramLabel = "N", defaultValue = "1", description = "Cells in series in the battery that the cell stands for.")
    private int series = 1;

    @Option(names = "--parallel", paramLabel = "N", defaultValue = "1", description = "Strings in parallel.")
    private int parallel = 1;

    @Option(names = "--tested-at", paramLabel = "TIME", description = "End of the measurement, ISO 8601 (default: start of the cycle, taken as UTC).")
    private @Nullable Instant testedAt;

    @Option(names = "--method", paramLabel = "TEXT", defaultValue = "IEC 62660-1:2018, 7.2", description = "Standard and clause (default: ${DEFAULT-VALUE}).")
    private String method = "";

    @Option(names = "--instrument", required = true, paramLabel = "TEXT", description = "Manufacturer and model of the instrument.")
    private String model = "";

    @Option(names = "--instrument-serial", required = true, paramLabel = "TEXT", description = "Its serial number.")
    private String serial = "";

    @Option(names = "--calibrated-until", paramLabel = "yyyy-MM-dd", description = "Last day of its calibration.")
    private @Nullable String calibratedUntil;

    TestReport report() {
        CellRating rating = new CellRating(capacity, nominal, full, cutOff);
        List<MeasuredCycle> cycles = new ArrayList<>();
        MeasuredDataSet.open(folder, rating).read(cell, candidate -> keep(cycles, candidate));
        if (cycles.isEmpty()) {
            throw new CliException(ExitCode.LOCAL, "Cell " + cell + " has no " + (cycle == null ? "sound discharge." : "discharge " + cycle + "."),
                    "\"voltrail curves\" lists all discharges.");
        }
        return report(rating, cycles.get(0));
    }

    /** Keeps the one cycle in question, whatever the length of the record. */
    private void keep(List<MeasuredCycle> kept, MeasuredCycle candidate) {
        boolean wanted = cycle == null ? candidate.sound() : candidate.entry().cycle() == cycle;
        if (wanted) {
            kept.clear();
            kept.add(candidate);
        }
    }

    private TestReport report(CellRating rating, MeasuredCycle measured) {
        DischargeTest test = measured.test();
        if (test == null || !measured.sound()) {
            throw new CliException(ExitCode.LOCAL, "Discharge " + measured.entry().cycle() + " of " + cell + " is faulty: " + measured.faults()
                    .stream().filter(Fault::disqualifying).map(Fault::sentence).collect(Collectors.joining("; ")) + ".",
                    "Choose another one; \"voltrail curves\" lists all discharges.");
        }
        Instant end = testedAt != null ? testedAt
                : measured.entry().start().toInstant(ZoneOffset.UTC).plusSeconds((long) test.seconds());
        return new HealthReports(rating, new PackScaling(series, parallel), new Instrument(model, serial, calibratedUntil), method)
                .report(test, end, null);
    }
}
