package org.voltrail.cli.battery;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.Session;
import org.voltrail.cli.submit.SubmitCommand;
import org.voltrail.model.Command;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryReceipt;
import org.voltrail.model.battery.HandInCode;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail service}. */
@CommandLine.Command(name = "service", description = "Record that a battery was put into service.")
public final class ServiceCommand extends SubmitCommand<BatteryReceipt> {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @Option(names = "--date", paramLabel = "yyyy-MM-dd", description = "When (default: today, UTC).")
    private @Nullable LocalDate date;

    @Option(names = "--vehicle", paramLabel = "VIN", description = "Vehicle that it was built into.")
    private @Nullable String vehicle;

    @Option(names = "--hand-in-code", paramLabel = "CODE", interactive = true, arity = "0..1",
            description = "Code that whoever hands the battery in must know; only its hash goes to the ledger.")
    private @Nullable String handInCode;

    @Option(names = "--place", paramLabel = "TEXT", description = "Where.")
    private @Nullable String place;

    /** For picocli. */
    public ServiceCommand() {}

    @Override
    protected Command<BatteryReceipt> command(Session session) {
        String id = Batteries.id(session.client(), battery);
        String hash = handInCode == null ? null : HandInCode.hash(id, handInCode);
        LocalDate day = date == null ? LocalDate.now(Clock.systemUTC()) : date;
        return new BatteryCommand.PutIntoService(id, day.toString(), hash, vehicle, place);
    }

    @Override
    protected String sentence(BatteryReceipt result) {
        return result.battery() + " is in service.";
    }
}
