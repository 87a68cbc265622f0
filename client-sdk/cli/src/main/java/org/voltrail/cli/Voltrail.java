package org.voltrail.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.voltrail.cli.battery.GetCommand;
import org.voltrail.cli.battery.ListCommand;
import org.voltrail.cli.battery.PassportCommand;
import org.voltrail.cli.battery.RegisterCommand;
import org.voltrail.cli.battery.ServiceCommand;
import org.voltrail.cli.battery.SucceedCommand;
import org.voltrail.cli.battery.WasteCommand;
import org.voltrail.cli.bench.BenchCommand;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.custody.AcceptCommand;
import org.voltrail.cli.custody.CancelCommand;
import org.voltrail.cli.custody.ConditionCommand;
import org.voltrail.cli.custody.OfferCommand;
import org.voltrail.cli.custody.OffersCommand;
import org.voltrail.cli.custody.RejectCommand;
import org.voltrail.cli.demo.DemoCommand;
import org.voltrail.cli.endoflife.CollectCommand;
import org.voltrail.cli.endoflife.DisposeCommand;
import org.voltrail.cli.endoflife.RecycleCommand;
import org.voltrail.cli.events.EventsCommand;
import org.voltrail.cli.health.CurvesCommand;
import org.voltrail.cli.health.TestCommand;
import org.voltrail.cli.identity.IdentityCommand;
import org.voltrail.cli.network.NetworkCommand;
import org.voltrail.cli.oversight.HoldCommand;
import org.voltrail.cli.oversight.RecallCommand;
import org.voltrail.cli.oversight.ReleaseCommand;
import org.voltrail.cli.submit.AnyCommand;
import org.voltrail.cli.submit.AnyQuery;
import org.voltrail.cli.trace.TraceCommand;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code voltrail} command: the root of all others. */
@Command(
        name = "voltrail",
        description = "Traceability of EV power batteries on Hyperledger Fabric: from registration to recycling, signed by each "
                + "organisation.%n",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions, before or after the command:%n",
        subcommands = {
            RegisterCommand.class,
            GetCommand.class,
            TraceCommand.class,
            PassportCommand.class,
            ListCommand.class,
            ServiceCommand.class,
            SucceedCommand.class,
            WasteCommand.class,
            OfferCommand.class,
            AcceptCommand.class,
            RejectCommand.class,
            CancelCommand.class,
            OffersCommand.class,
            ConditionCommand.class,
            TestCommand.class,
            CurvesCommand.class,
            CollectCommand.class,
            RecycleCommand.class,
            DisposeCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            RecallCommand.class,
            AnyCommand.class,
            AnyQuery.class,
            EventsCommand.class,
            NetworkCommand.class,
            IdentityCommand.class,
            DemoCommand.class,
            BenchCommand.class,
            CompletionCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:fault of the program",
            "2:wrong command line",
            "3:refused by the ledger's rules, nothing was written",
            "4:network not reached, or outcome unknown",
            "5:profile, identity or file missing or unreadable on this machine",
            "6:part of a bulk job was refused, the rest is done",
            "7:a check failed"
        },
        footer = {
            "",
            "Each command explains itself with --help. Environment: VOLTRAIL_PROFILE,",
            "VOLTRAIL_IDENTITY, VOLTRAIL_WALLET, VOLTRAIL_DATA (folder of the embedded",
            "network, default ./data), VOLTRAIL_LOG (level of the log on standard error)."
        })
public final class Voltrail implements Runnable {

    private final Connector connector;

    @Mixin
    private Settings settings = new Settings();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * The root command.
     *
     * @param connector makes clients
     */
    public Voltrail(Connector connector) {
        this.connector = connector;
    }

    /**
     * Runs the command line and exits.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine(VoltrailClient::connect).execute(arguments));
    }

    /**
     * The command line, ready to execute.
     *
     * @param connector makes clients
     * @return for picocli's API
     */
    public static CommandLine commandLine(Connector connector) {
        CommandLine commandLine = new CommandLine(new Voltrail(connector));
        commandLine.setExecutionExceptionHandler(Voltrail::failed);
        commandLine.setParameterExceptionHandler(Voltrail::misused);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setHelpFactory(OwnOptionsHelp::new);
        return commandLine;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    Session session() {
        return new Session(settings, connector);
    }

    Console console(CommandLine commandLine) {
        return new Console(commandLine.getOut(), commandLine.getErr(), settings.json(), settings.quiet());
    }

    private static int failed(Exception thrown, CommandLine commandLine, @Nullable ParseResult parsed) {
        Voltrail root = (Voltrail) commandLine.getCommandSpec().root().userObject();
        Throwable cause = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        Failure failure = Failure.of(cause);
        PrintWriter err = commandLine.getErr();
        if (root.settings.json()) {
            err.println(CanonicalJson.writeString(failure));
        } else {
            failure.lines().forEach(err::println);
        }
        if (root.settings.verbose()) {
            cause.printStackTrace(err);
        }
        err.flush();
        return failure.exitCode().number();
    }

    private static int misused(ParameterException e, String[] arguments) {
        CommandLine commandLine = e.getCommandLine();
        PrintWriter err = commandLine.getErr();
        err.println("error: " + e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try \"" + commandLine.getCommandSpec().qualifiedName() + " --help\".");
        err.flush();
        return ExitCode.USAGE.number();
    }
}
