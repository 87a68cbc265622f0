package org.voltrail.cli.endoflife;

import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.model.endoflife.EndOfLifeQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voltrail recycle show}. */
@Command(name = "show", description = "Show a lot with its masses and, once closed, what was achieved.")
final class ShowLotCommand extends CliCommand {

    @Parameters(paramLabel = "LOT", description = "Id of the lot.")
    private String lotId = "";

    @Override
    protected ExitCode run(Session session, Console console) {
        console.result(session.client().evaluate(new EndOfLifeQuery.GetLot(lotId)));
        return ExitCode.OK;
    }
}
