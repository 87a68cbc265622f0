package org.voltrail.cli.battery;

import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voltrail get}. */
@Command(name = "get", description = "Show a battery's present record on the ledger.")
public final class GetCommand extends CliCommand {

    @Parameters(paramLabel = "BATTERY",
            description = "Passport identifier, scanned code, GB/T 34014 code, vehicle number or other identity, pasted in any form.")
    private String battery = "";

    /** For picocli. */
    public GetCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        console.result(Batteries.get(session.client(), battery));
        return ExitCode.OK;
    }
}
