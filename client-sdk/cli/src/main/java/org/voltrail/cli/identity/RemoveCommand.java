package org.voltrail.cli.identity;

import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voltrail identity remove}. */
@Command(name = "remove", description = "Forget an identity. Its certificate stays valid until it ends or is revoked.")
final class RemoveCommand extends CliCommand {

    @Parameters(paramLabel = "LABEL", description = "Label in the wallet.")
    private String label = "";

    @Override
    protected ExitCode run(Session session, Console console) {
        if (!session.wallet().remove(label)) {
            throw new CliException(ExitCode.LOCAL, "The wallet has no identity \"" + label + "\".", "\"voltrail identity list\" lists them.");
        }
        console.remark("Removed " + label + ".");
        return ExitCode.OK;
    }
}
