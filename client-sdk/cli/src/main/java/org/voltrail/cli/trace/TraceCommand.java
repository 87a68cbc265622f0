package org.voltrail.cli.trace;

import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.battery.Batteries;
import org.voltrail.cli.console.Console;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.BatteryEvent;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.battery.HistoryPage;
import org.voltrail.model.json.WireNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voltrail trace}. */
@Command(name = "trace",
        description = "Show a battery's life as a timeline. Its hash chain is verified on the way: each event must carry the hash of "
                + "the one before it, and the battery's record the hash of the last one.")
public final class TraceCommand extends CliCommand {

    @Parameters(paramLabel = "BATTERY", description = "Any identity of the battery.")
    private String battery = "";

    @Option(names = {"-r", "--newest-first"}, description = "Newest events first.")
    private boolean newestFirst;

    @Option(names = {"-n", "--limit"}, paramLabel = "N", description = "Most events to show (default: all). The chain is then verified that far.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--page", paramLabel = "N", defaultValue = "200",
            description = "Events to fetch at once, 1 to " + BatteryQuery.PAGE_MAX + " (default: ${DEFAULT-VALUE}).")
    private int page = 200;

    /** For picocli. */
    public TraceCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        VoltrailClient client = session.client();
        Battery record = Batteries.get(client, battery);
        console.line(heading(record));
        ChainCheck check = new ChainCheck(record, newestFirst);
        boolean all = print(client, console, record.id(), check);
        return verdict(console, record, check, all);
    }

    private boolean print(VoltrailClient client, Console console, String id, ChainCheck check) {
        String bookmark = null;
        do {
            HistoryPage events = fetch(client, id, bookmark);
            for (BatteryEvent event : events.events()) {
                if (check.count() == limit) {
                    return false;
                }
                check.follows(event);
                console.result(event, line(event));
                demandIntact(check);
            }
            bookmark = events.bookmark();
        } while (bookmark != null);
        return true;
    }

    private HistoryPage fetch(VoltrailClient client, String id, @Nullable String bookmark) {
        return client.evaluate(new BatteryQuery.History(id, page, newestFirst, bookmark));
    }

    private static void demandIntact(ChainCheck check) {
        if (check.fault() != null) {
            throw new CliException(ExitCode.CHECK, "The hash chain is broken. " + check.fault(),
                    "What this peer answers is not what was endorsed. Ask another organisation's peer, and tell the authority.");
        }
    }

    private static ExitCode verdict(Console console, Battery record, ChainCheck check, boolean all) {
        if (!all) {
            console.remark("Chain intact over the " + check.count() + " events shown; there are more.");
            return ExitCode.OK;
        }
        if (!check.complete()) {
            throw new CliException(ExitCode.CHECK, "The history is incomplete: " + check.count() + " events were delivered, the record "
                    + "says " + record.seq() + ".", "Ask another organisation's peer, and tell the authority.");
        }
        console.remark("Hash chain verified: " + check.count() + " events, all linked up to the head " + record.head()
                + " in the battery's record.");
        return ExitCode.OK;
    }

    private static String heading(Battery record) {
        return record.id() + "\n" + record.specification().model() + ", " + WireNames.of(record.specification().chemistry()) + " "
                + WireNames.of(record.specification().level()) + ", " + WireNames.of(record.status()) + ", now "
                + WireNames.of(record.stage()) + ", held by " + record.holder() + "\n";
    }

    private static String line(BatteryEvent event) {
        return String.format("%s  #%-4d %-28s %s", event.time(), event.seq(), event.actor().msp() + "/" + event.actor().id(),
                EventText.of(event));
    }
}
