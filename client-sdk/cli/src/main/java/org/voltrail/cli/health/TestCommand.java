package org.voltrail.cli.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.health.HealthCommand;
import org.voltrail.model.health.HealthTest;
import org.voltrail.model.health.TestReport;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.model.json.WireNames;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine;

/** {@code voltrail test}. */
@CommandLine.Command(name = "test",
        description = "Record a state-of-health test: from a measured discharge curve, or from a finished report. State of health and "
                + "grade are computed by the ledger.",
        footer = {
            "",
            "Curves are read in the form of the NASA battery ageing set:",
            "<cell>-cycles.csv lists a cell's charges and discharges",
            "(cell,cycle,type,start,ambient_c,capacity_ah), <cell>-curves.csv.gz holds",
            "their readings (cycle,t_s,voltage_v,current_a,temperature_c; the current is",
            "negative on discharge). A faulty discharge is refused with what is wrong;",
            "\"voltrail curves FOLDER\" lists all of them."
        })
public final class TestCommand extends SubmitCommand<HealthTest> {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /** For picocli. */
    public TestCommand() {}

    @Override
    protected Command<HealthTest> command(Session session) {
        return new HealthCommand.RecordTest(Batteries.id(session.client(), battery), source.report());
    }

    @Override
    protected String sentence(HealthTest result) {
        return "Test " + result.testId() + ": state of health " + result.stateOfHealth().permille() / 10.0 + " %, grade "
                + WireNames.of(result.grading().grade()) + ".";
    }

    /** Where the report comes from. */
    static final class Source {

        @ArgGroup(exclusive = false, heading = "%nFrom a measured curve:%n")
        private @Nullable CurveSource curve;

        @Option(names = "--report", required = true, paramLabel = "FILE", description = "Report as JSON.")
        private @Nullable Path report;

        private TestReport report() {
            if (curve != null) {
                return curve.report();
            }
            return read(report == null ? Path.of("") : report);
        }

        private static TestReport read(Path file) {
            try {
                return CanonicalJson.read(Files.readAllBytes(file), TestReport.class);
            } catch (IOException e) {
                throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, "It should hold a test report as JSON.", e);
            }
        }
    }
}
