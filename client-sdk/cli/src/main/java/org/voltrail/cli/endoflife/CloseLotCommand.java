package org.voltrail.cli.endoflife;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail recycle close}. */
@CommandLine.Command(name = "close",
        description = "Close a lot: output and loss must add up to the input. The recycled materials become credits.")
final class CloseLotCommand extends LotStep {

    @Parameters(paramLabel = "LOT", description = "Id of the lot.")
    private String lotId = "";

    @Option(names = "--loss", required = true, paramLabel = "MG", description = "Mass in mg that is gone: evaporated, burnt, dust.")
    private long loss;

    @Option(names = "--processed-on", paramLabel = "yyyy-MM-dd", description = "Day on which processing was complete (default: today, UTC).")
    private @Nullable LocalDate processedOn;

    @Override
    protected Command<Lot> command(Session session) {
        LocalDate day = processedOn == null ? LocalDate.now(Clock.systemUTC()) : processedOn;
        return new EndOfLifeCommand.CloseLot(lotId, day.toString(), loss);
    }
}
