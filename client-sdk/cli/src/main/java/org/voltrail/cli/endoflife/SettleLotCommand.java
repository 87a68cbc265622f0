package org.voltrail.cli.endoflife;

import org.voltrail.cli.Session;
import org.voltrail.model.Command;
import org.voltrail.model.endoflife.EndOfLifeCommand;
import org.voltrail.model.endoflife.Lot;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code voltrail recycle settle}. */
@CommandLine.Command(name = "settle",
        description = "Record the recycling for the next batteries of a closed lot; repeat until the lot is settled.")
final class SettleLotCommand extends LotStep {

    @Parameters(paramLabel = "LOT", description = "Id of the lot.")
    private String lotId = "";

    @Override
    protected Command<Lot> command(Session session) {
        return new EndOfLifeCommand.SettleLot(lotId);
    }
}
