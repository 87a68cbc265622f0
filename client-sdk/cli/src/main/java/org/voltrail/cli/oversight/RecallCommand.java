package org.voltrail.cli.oversight;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.oversight.OversightCommand;
import org.voltrail.model.oversight.RecallNotice;
import org.voltrail.model.oversight.RecallScope;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail recall}. */
@CommandLine.Command(name = "recall",
        description = "Recall a model, a batch of it, or single batteries; or close a recall.")
public final class RecallCommand extends SubmitCommand<RecallNotice> {

    @Parameters(arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery, for a recall of single ones.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Option(names = "--manufacturer", paramLabel = "MSP", description = "MSP id of the manufacturer of the model.")
    private @Nullable String manufacturer;

    @Option(names = "--model", paramLabel = "TEXT", description = "Model to recall.")
    private @Nullable String model;

    @Option(names = "--batch", paramLabel = "TEXT", description = "Batch of the model; without it all of the model.")
    private @Nullable String batch;

    @Option(names = "--risk", paramLabel = "TEXT", description = "What may happen.")
    private @Nullable String risk;

    @Option(names = "--measure", paramLabel = "TEXT", description = "What holders must do.")
    private @Nullable String measure;

    @Option(names = "--close", paramLabel = "RECALL", description = "Id of a recall to close instead; needs --outcome.")
    private @Nullable String close;

    @Option(names = "--outcome", paramLabel = "TEXT", description = "How the recall ended.")
    private @Nullable String outcome;

    /** For picocli. */
    public RecallCommand() {}

    @Override
    protected Command<RecallNotice> command(Session session) {
        if (close != null) {
            return new OversightCommand.CloseRecall(close, required("--outcome", outcome));
        }
        return new OversightCommand.Recall(scope(session), required("--risk", risk), required("--measure", measure));
    }

    private RecallScope scope(Session session) {
        if (model != null) {
            return new RecallScope(required("--manufacturer", manufacturer), model, batch, List.of());
        }
        return RecallScope.ofBatteries(
                ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList());
    }

    private String required(String option, @Nullable String value) {
        if (value == null) {
            throw new CommandLine.ParameterException(spec().commandLine(), option + " is needed here");
        }
        return value;
    }

    @Override
    protected String sentence(RecallNotice result) {
        return "Recall " + result.recallId() + (result.open() ? " is open." : " is closed.");
    }
}
