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

/** {@code voltrail release}. */
@CommandLine.Command(name = "release", description = "Release batteries from a hold.")
public final class ReleaseCommand extends SubmitCommand<HoldSummary> {

    @Parameters(index = "0", paramLabel = "HOLD", description = "Id of the hold.")
    private String holdId = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "BATTERY", description = "Any identity of each battery.")
    private @Nullable List<String> batteries;

    @Option(names = {"-f", "--file"}, paramLabel = "FILE", description = "File of further batteries, an identity on each line.")
    private @Nullable Path file;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    /** For picocli. */
    public ReleaseCommand() {}

    @Override
    protected Command<HoldSummary> command(Session session) {
        List<String> ids = ids(batteries, file).stream().map(pasted -> Batteries.id(session.client(), pasted)).toList();
        return new OversightCommand.Release(holdId, ids, reason);
    }

    @Override
    protected String sentence(HoldSummary result) {
        return "Released " + result.batteries() + (result.batteries() == 1 ? " battery" : " batteries") + " from hold " + result.holdId() + ".";
    }
}
