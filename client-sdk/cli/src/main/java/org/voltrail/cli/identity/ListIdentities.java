package org.voltrail.cli.identity;

import java.util.List;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.console.Table;
import picocli.CommandLine.Command;

/** {@code voltrail identity list}. */
@Command(name = "list", description = "List the identities in the wallet.")
final class ListIdentities extends CliCommand {

    @Override
    protected ExitCode run(Session session, Console console) {
        List<IdentityLine> lines = session.wallet().labels().stream()
                .map(label -> IdentityLine.of(label, session.identity(label)))
                .toList();
        Table table = new Table("LABEL", "ORGANISATION", "NAME", "ROLES", "VALID UNTIL");
        lines.forEach(line -> table.row(line.label(), line.mspId(), line.name(), line.roles(), line.expires()));
        console.table(lines, table);
        return ExitCode.OK;
    }
}
