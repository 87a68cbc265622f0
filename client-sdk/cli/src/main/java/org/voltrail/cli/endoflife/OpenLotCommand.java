package org.voltrail.cli.endoflife;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.battery.Chemistry;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import org.voltrail.model.endoflife.LotPlan;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code voltrail recycle open}. */
@CommandLine.Command(name = "open", description = "Open a recycling lot.")
final class OpenLotCommand extends LotStep {

    @Option(names = "--family", defaultValue = "LITHIUM",
            description = "Family of batteries that it takes: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Chemistry.Family family = Chemistry.Family.LITHIUM;

    @Option(names = "--process", required = true, paramLabel = "TEXT", description = "Recycling process.")
    private String process = "";

    @Option(names = "--site", required = true, paramLabel = "TEXT", description = "Plant: name or GLN.")
    private String site = "";

    @Option(names = "--started-on", paramLabel = "yyyy-MM-dd", description = "First day of processing (default: today, UTC).")
    private @Nullable LocalDate startedOn;

    @Override
    protected Command<Lot> command(Session session) {
        LocalDate day = startedOn == null ? LocalDate.now(Clock.systemUTC()) : startedOn;
        return new EndOfLifeCommand.OpenLot(new LotPlan(family, process, site, day.toString()));
    }
}
