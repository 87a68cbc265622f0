package org.voltrail.cli;

import java.util.concurrent.Callable;
import org.voltrail.cli.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands have in common: they get a session and a console, and tell how it went by an exit code. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false, usageHelpAutoWidth = true,
        abbreviateSynopsis = true)
public abstract class CliCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** For subclasses. */
    protected CliCommand() {}

    @Override
    public final Integer call() {
        try (Session session = root().session()) {
            return run(session, console()).number();
        }
    }

    /**
     * Does what the command is for.
     *
     * @param session the way to the network
     * @param console where to write
     * @return how it went
     */
    protected abstract ExitCode run(Session session, Console console);

    /** {@return where to write} */
    protected final Console console() {
        return root().console(spec.commandLine());
    }

    /** {@return this command as picocli knows it} */
    protected final CommandSpec spec() {
        return spec;
    }

    private Voltrail root() {
        return (Voltrail) spec.root().userObject();
    }
}
