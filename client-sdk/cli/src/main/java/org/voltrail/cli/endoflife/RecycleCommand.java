package org.voltrail.cli.endoflife;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code voltrail recycle}. */
@Command(name = "recycle",
        description = "Recycling lots: batteries go in, material comes out, and the masses must add up.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OpenLotCommand.class,
            AddToLotCommand.class,
            OutputCommand.class,
            CloseLotCommand.class,
            SettleLotCommand.class,
            ShowLotCommand.class
        })
public final class RecycleCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For picocli. */
    public RecycleCommand() {}

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "It is not said what to do: open, add, output, close, settle or show");
    }
}
