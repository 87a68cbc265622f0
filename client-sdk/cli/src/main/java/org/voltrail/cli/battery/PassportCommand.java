package org.voltrail.cli.battery;

import java.util.List;
import java.util.Locale;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.model.access.PassportView;
import org.voltrail.model.battery.BatteryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voltrail passport}. */
@Command(name = "passport", description = "Show a battery's passport, as far as the identity that asks may see it.")
public final class PassportCommand extends CliCommand {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    /** For picocli. */
    public PassportCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        String id = Batteries.id(session.client(), battery);
        PassportView view = session.client().evaluate(new BatteryQuery.Passport(id));
        if (console.json()) {
            console.result(view);
        } else {
            console.line("Battery passport of " + view.battery() + ", as seen by: " + view.reader().name().toLowerCase(Locale.ROOT));
            console.result(view.passport());
            tell(console, "Not shown to you", view.withheld());
            tell(console, "Missing", view.missing());
            tell(console, "Not yet required", view.notYetRequired());
        }
        return ExitCode.OK;
    }

    private static void tell(Console console, String title, List<String> paths) {
        if (!paths.isEmpty()) {
            console.line(title + ": " + String.join(", ", paths));
        }
    }
}
