package org.voltrail.cli.endoflife;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.HandInCode;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail collect}. */
@CommandLine.Command(name = "collect", description = "Take a battery back from its user.")
public final class CollectCommand extends SubmitCommand<BatteryReceipt> {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @Option(names = "--place", required = true, paramLabel = "TEXT", description = "Collection point: name or GLN.")
    private String place = "";

    @Option(names = "--date", paramLabel = "yyyy-MM-dd", description = "When (default: today, UTC).")
    private @Nullable LocalDate date;

    @Option(names = "--hand-in-code", paramLabel = "CODE", interactive = true, arity = "0..1",
            description = "Code that the user shows, if one was set. It reaches the endorsing peers only.")
    private @Nullable String handInCode;

    /** For picocli. */
    public CollectCommand() {}

    @Override
    protected Command<BatteryReceipt> command(Session session) {
        LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
        return new EndOfLifeCommand.Collect(Batteries.id(session.client(), battery), day.toString(), place);
    }

    @Override
    protected CommandOptions options() {
        return handInCode == null ? CommandOptions.NONE : CommandOptions.NONE.withTransient(HandInCode.TRANSIENT_KEY, handInCode);
    }

    @Override
    protected String sentence(BatteryReceipt result) {
        return result.battery() + " was collected.";
    }
}
