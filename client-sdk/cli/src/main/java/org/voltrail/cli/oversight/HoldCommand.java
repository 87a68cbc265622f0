package org.voltrail.cli.oversight;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.oversight.HoldSummary;
import org.voltrail.model.oversight.OversightCommand;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail hold}. */
@CommandLine.Command(name = "hold", description = "Put batteries on hold: nothing moves until the authority releases them.")
public final class HoldCommand extends SubmitCommand<HoldSummary> {

    @Parameters(arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--legal-basis", required = true, paramLabel = "TEXT", description = "Provision that it rests on.")
    private String legalBasis = "";

    /** For picocli. */
    public HoldCommand() {}

    @Override
    protected Command<HoldSummary> command(Session session) {
        List<String> ids = ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        return new OversightCommand.Hold(ids, reason, legalBasis);
    }

    @Override
    protected String sentence(HoldSummary result) {
        return "Hold " + result.holdId() + " on " + result.batteries() + (result.batteries() == 1 ? " battery." : " batteries.");
    }
}
