package org.voltrail.topology;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line that {@code scripts/network.sh} works with. */
@Command(
        name = "voltrail-topology",
        description = "Renders the files of a Hyperledger Fabric network from its description.",
        mixinStandardHelpOptions = true,
        subcommands = {
            InitCommand.class,
            ContainersCommand.class,
            RenderCommand.class,
            ProfilesCommand.class,
            AddOrganisationCommand.class,
            AddPeerCommand.class,
            ChannelUpdateCommand.class,
            TrialRolesCommand.class,
            WrapCommand.class,
            SetChaincodeCommand.class,
            AwaitChaincodeCommand.class
        })
public final class Main {
    private static final int FAULT = 1;

    private Main() {}

    /** Exits with 0, or with 1 and a sentence on what to change. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::complain)
                .execute(arguments));
    }

    private static int complain(Exception e, CommandLine command, CommandLine.ParseResult result) throws Exception {
        if (e instanceof TopologyException) {
            command.getErr().println(e.getMessage());
            return FAULT;
        }
        throw e;
    }
}
