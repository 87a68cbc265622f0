package org.voltrail.cli.identity;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code voltrail identity}. */
@Command(name = "identity",
        description = "Identities: enrolled at an organisation's certificate authority, kept in the wallet.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListIdentities.class,
            EnrolCommand.class,
            RegisterMember.class,
            RenewCommand.class,
            RevokeCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            RemoveCommand.class
        })
public final class IdentityCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli. */
    public IdentityCommand() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(),
                "It is not said what to do: list, enrol, register, renew, revoke, import, export or remove");
    }
}
