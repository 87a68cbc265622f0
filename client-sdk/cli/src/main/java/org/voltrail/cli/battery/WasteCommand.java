package org.voltrail.cli.battery;

import org.voltrail.cli.Session;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail waste}. */
@CommandLine.Command(name = "waste", description = "Declare a battery to be waste.")
public final class WasteCommand extends SubmitCommand<BatteryReceipt> {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    /** For picocli. */
    public WasteCommand() {}

    @Override
    protected Command<BatteryReceipt> command(Session session) {
        return new BatteryCommand.DeclareWaste(Batteries.id(session.client(), battery), reason);
    }

    @Override
    protected String sentence(BatteryReceipt result) {
        return result.battery() + " is waste.";
    }
}
