package org.voltrail.cli.network;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail network setup}. */
@Command(name = "setup",
        description = "Set a new network up: enrol a user for each organisation into the wallet, constitute the ledger with its authority, "
                + "admit and accredit the organisations. What is done already is left alone.")
final class SetupCommand extends CliCommand {

    @Option(names = "--plan", paramLabel = "FILE",
            description = "Who takes part, as JSON (default: the four organisations of the embedded network).")
    private @Nullable Path plan;

    @Option(names = "--show-plan", description = "Print the plan and exit.")
    private boolean show;

    @Override
    protected ExitCode run(Session session, Console console) {
        NetworkPlan wanted = plan == null ? NetworkPlan.standard() : NetworkPlan.read(plan);
        if (show) {
            console.result(wanted);
            return ExitCode.OK;
        }
        new NetworkSetup(session, wanted, console::remark).run();
        console.remark("The network is set up. Identities: " + String.join(", ", wanted.users().stream().map(NetworkPlan.User::label).toList()));
        return ExitCode.OK;
    }
}
