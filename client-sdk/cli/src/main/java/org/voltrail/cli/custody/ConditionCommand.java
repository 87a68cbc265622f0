package org.voltrail.cli.custody;

import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.Condition;
import org.voltrail.model.custody.CustodyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail condition}. */
@CommandLine.Command(name = "condition", description = "Record the condition that a battery was found in.")
public final class ConditionCommand extends SubmitCommand<BatteryReceipt> {

    @Parameters(index = "0", paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @Parameters(index = "1", paramLabel = "CONDITION", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Condition condition = Condition.SOUND;

    @Option(names = "--place", paramLabel = "TEXT", description = "Where.")
    private @Nullable String place;

    @Option(names = "--note", paramLabel = "TEXT", description = "What was seen.")
    private @Nullable String note;

    @Option(names = "--evidence", paramLabel = "SHA-256",
            description = "Hash of photographs or of a report; needed when the condition gets better.")
    private @Nullable String evidence;

    /** For picocli. */
    public ConditionCommand() {}

    @Override
    protected Command<BatteryReceipt> command(Session session) {
        return new CustodyCommand.RecordCondition(Batteries.id(session.client(), battery), condition, place, note, evidence);
    }
}
