package org.voltrail.cli.battery;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.bulk.Columns;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.cli.submit.WireEnumConverter;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.BatteryRegistration;
import org.voltrail.model.battery.Status;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail succeed}. */
@CommandLine.Command(name = "succeed",
        description = "Begin a second life: a new battery takes the place of others, whose records cease and link to it. "
                + "Their last health test must be recent and its grade allow it.")
public final class SucceedCommand extends SubmitCommand<BatteryReceipt> {

    @Option(names = "--status", required = true, description = "repurposed, re-used or remanufactured.", converter = StatusConverter.class)
    private Status status = Status.REPURPOSED;

    @Option(names = "--from", required = true, split = ",", paramLabel = "BATTERY", description = "A predecessor; may be repeated.")
    private List<String> predecessors = List.of();

    @Option(names = "--file", paramLabel = "FILE", description = "Registration of the new battery as JSON, instead of COLUMN=VALUE.")
    private @Nullable Path file;

    @Parameters(arity = "0..*", paramLabel = "COLUMN=VALUE",
            description = "What is known of the new battery; \"voltrail register --columns\" lists the columns.")
    private @Nullable Map<String, String> values;

    /** For picocli. */
    public SucceedCommand() {}

    @Override
    protected Command<BatteryReceipt> command(Session session) {
        BatteryRegistration successor = file != null
                ? SpecificationFile.read(file)
                : Columns.of(BatteryRegistration.class).read(values == null ? Map.of() : values, BatteryRegistration.class);
        List<String> ids = predecessors.stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        return new BatteryCommand.Succeed(successor, ids, status);
    }

    @Override
    protected String sentence(BatteryReceipt result) {
        return result.battery() + " succeeds " + String.join(", ", predecessors) + ".";
    }

    /** Reads a status as the ledger writes it. */
    static final class StatusConverter extends WireEnumConverter<Status> {
        StatusConverter() {
            super(Status.class);
        }
    }
}
