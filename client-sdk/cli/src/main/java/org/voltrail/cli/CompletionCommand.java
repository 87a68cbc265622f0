package org.voltrail.cli;

import org.voltrail.cli.console.Console;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code voltrail completion}. */
@Command(name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "To use it in this shell: source <(voltrail completion)"})
final class CompletionCommand extends CliCommand {

    @Override
    protected ExitCode run(Session session, Console console) {
        spec().commandLine().getOut().print(AutoComplete.bash("voltrail", spec().root().commandLine()));
        spec().commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
