package org.voltrail.cli.submit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.ledger.CommandOptions;
import org.voltrail.client.ledger.Committed;
import org.voltrail.model.Check;
import org.voltrail.model.Command;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine.Option;

/**
 * A command that has the ledger do something: makes the ledger's command from its options, checks what can be checked here,
 * submits it and tells the outcome.
 *
 * @param <R> the transaction's answer
 */
public abstract class SubmitCommand<R> extends CliCommand {

    @Option(names = "--command-id", paramLabel = "ID",
            description = "Name of this command within the organisation. Giving a command again under the same id is harmless. "
                    + "Default: a fresh one.")
    private @Nullable String commandId;

    /** For subclasses. */
    protected SubmitCommand() {}

    /**
     * Makes the ledger's command.
     *
     * @param session the way to the network
     * @return what to submit
     */
    protected abstract Command<R> command(Session session);

    /**
     * Tells the answer in a sentence.
     *
     * @param result the transaction's answer
     * @return a sentence; null to show its fields
     */
    protected @Nullable String sentence(R result) {
        return null;
    }

    /**
     * What else is to be said about the command.
     *
     * @return options, the command id aside
     */
    protected CommandOptions options() {
        return CommandOptions.NONE;
    }

    @Override
    protected final ExitCode run(Session session, Console console) {
        Command<R> command = command(session);
        command.validate(Check.root());
        CommandOptions options = commandId == null ? options() : options().withCommandId(commandId);
        Committed<R> committed = session.client().submitAndWait(command, options);
        tell(console, committed);
        return ExitCode.OK;
    }

    private void tell(Console console, Committed<R> committed) {
        String sentence = sentence(committed.result());
        Outcome outcome = Outcome.of(committed);
        if (console.json()) {
            console.result(outcome);
        } else if (sentence != null) {
            console.line(sentence + " Transaction " + outcome.transactionId() + ", block " + outcome.block() + ".");
            warnings(console, committed.result());
        } else {
            console.result(outcome);
        }
    }

    private void warnings(Console console, R result) {
        CanonicalJson.tree(result).path("warnings").forEach(warning -> console.remark("warning: " + warning.asText()));
    }

    /**
     * Ids given on the command line and in a file, one on each line.
     *
     * @param given on the command line
     * @param file further ones; null for none
     * @return all of them
     */
    protected static List<String> ids(@Nullable List<String> given, @Nullable Path file) {
        List<String> ids = new ArrayList<>(given == null ? List.of() : given);
        if (file != null) {
            try {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .map(String::strip).filter(line -> !line.isEmpty()).forEach(ids::add);
            } catch (IOException e) {
                throw new CliException(ExitCode.LOCAL, file + " cannot be read: " + e, "It should hold one id on each line.", e);
            }
        }
        if (ids.isEmpty()) {
            throw new CliException(ExitCode.USAGE, "No battery is named.", "Give ids as arguments, or a file of them with --file.");
        }
        return ids;
    }
}
