package org.voltrail.cli.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.bulk.Columns;
import org.voltrail.cli.bulk.EntrySource;
import org.voltrail.cli.bulk.ImportSummary;
import org.voltrail.cli.bulk.Importer;
import org.voltrail.cli.console.Console;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.model.Check;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail register}. */
@Command(name = "register",
        description = "Register a battery, or all batteries of a file.",
        footer = {
            "",
            "One battery: name columns and values, as they would stand in a CSV file;",
            "\"voltrail register --columns\" lists them.",
            "  voltrail register id=https://id.example.org/01/09506000134352/21/A1 \\",
            "    category=ev level=pack chemistry=nmc model=P75 \\",
            "    manufacturedOn=2026-05-04 manufacturedAt=Example weightGrams=410000 \\",
            "    ratedCapacityMah=210000 nominalVoltageMv=355000 ratedEnergyWh=74550",
            "",
            "A file: CSV with a heading of column names, NDJSON, or a JSON array. After",
            "a break the same command goes on where it stopped: FILE.journal remembers",
            "what is done, and nothing is registered twice. Lines that are refused are",
            "listed in FILE.refused.csv with line, code, field and message; the others",
            "go through. Mend them and give the command again."
        })
public final class RegisterCommand extends CliCommand {

    private static final Columns COLUMNS = Columns.of(BatteryRegistration.class);

    @Parameters(arity = "0..*", paramLabel = "COLUMN=VALUE", description = "What is known of a single battery.")
    private @Nullable Map<String, String> values;

    @Option(names = "--command-id", paramLabel = "ID",
            description = "Name of this command, for a single battery. Giving it again under the same id is harmless.")
    private @Nullable String commandId;

    @Option(names = "--columns", description = "List the columns and exit.")
    private boolean columns;

    @ArgGroup(exclusive = false, heading = "%nMany batteries:%n")
    private @Nullable Bulk bulk;

    /** For picocli. */
    public RegisterCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        if (columns) {
            COLUMNS.names().forEach(name -> console.result(name, name));
            return ExitCode.OK;
        }
        if (bulk != null) {
            return bulk.run(session, console);
        }
        if (values == null) {
            throw new CliException(ExitCode.USAGE, "It is not said what to register.", "Give COLUMN=VALUE, or --file; see --help.");
        }
        return single(session, console, values);
    }

    private ExitCode single(Session session, Console console, Map<String, String> given) {
        BatteryRegistration registration = COLUMNS.read(given, BatteryRegistration.class);
        CommandOptions options = commandId == null ? CommandOptions.NONE : CommandOptions.NONE.withCommandId(commandId);
        BatteryCommand.Register command = new BatteryCommand.Register(registration);
        command.validate(Check.root());
        Committed<BatteryReceipt> committed = session.client().submitAndWait(command, options);
        console.result(committed.result(), "Registered " + committed.result().battery() + ". Transaction "
                + committed.transactionId() + ", block " + committed.blockNumber() + ".");
        committed.result().warnings().forEach(warning -> console.remark("warning: " + warning));
        return ExitCode.OK;
    }

    /** Options for a file of batteries. */
    static final class Bulk {

        @Option(names = {"-f", "--file"}, required = true, paramLabel = "FILE", description = "CSV, NDJSON or JSON file of batteries.")
        private Path file = Path.of("");

        @Option(names = "--batch", paramLabel = "N", defaultValue = "1000",
                description = "Batteries in a transaction, 1 to " + BatteryCommand.BATCH_MAX + " (default: ${DEFAULT-VALUE}).")
        private int batch = BatteryCommand.BATCH_MAX;

        @Option(names = "--in-flight", paramLabel = "N", defaultValue = "4",
                description = "Transactions under way at once (default: ${DEFAULT-VALUE}).")
        private int inFlight = 4;

        @Option(names = "--journal", paramLabel = "FILE", description = "Where to remember what is done (default: FILE.journal).")
        private @Nullable Path journal;

        @Option(names = "--report", paramLabel = "FILE", description = "Where to list what is refused (default: FILE.refused.csv).")
        private @Nullable Path report;

        private ExitCode run(Session session, Console console) {
            if (batch < 1 || batch > BatteryCommand.BATCH_MAX || inFlight < 1) {
                throw new CliException(ExitCode.USAGE, "--batch must be 1 to " + BatteryCommand.BATCH_MAX + ", --in-flight 1 or more.", null);
            }
            ImportSummary summary = importFile(session, console);
            console.result(summary, sentence(summary));
            return summary.refused() == 0 ? ExitCode.OK : ExitCode.PARTLY;
        }

        private ImportSummary importFile(Session session, Console console) {
            try (EntrySource<BatteryRegistration> source = EntrySource.open(file, BatteryRegistration.class, COLUMNS);
                    ProgressLine progress = ProgressLine.start(console, Files.size(file))) {
                RegistrationTarget target = new RegistrationTarget(session.client());
                return new Importer<>(target, batch, inFlight, progress)
                        .run(source, beside(journal, ".journal"), beside(report, ".refused.csv"));
            } catch (IOException e) {
                throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, null, e);
            }
        }

        private Path beside(@Nullable Path given, String ending) {
            return given != null ? given : file.resolveSibling(file.getFileName() + ending);
        }

        private static String sentence(ImportSummary summary) {
            String text = "%,d of %,d batteries registered".formatted(summary.registered(), summary.entries());
            List<String> more = new ArrayList<>();
            if (summary.resumed() > 0) {
                more.add("%,d of them in earlier runs".formatted(summary.resumed()));
            }
            if (summary.present() > 0) {
                more.add("%,d were there already".formatted(summary.present()));
            }
            if (summary.refused() > 0) {
                more.add("%,d refused, see %s".formatted(summary.refused(), summary.report()));
            }
            return text + (more.isEmpty() ? "" : "; " + String.join("; ", more)) + ". " + summary.seconds() + " s.";
        }
    }
}
