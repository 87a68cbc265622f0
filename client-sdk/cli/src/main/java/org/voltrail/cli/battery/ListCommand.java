package org.voltrail.cli.battery;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.model.battery.Battery;
import org.voltrail.model.battery.BatteryPage;
import org.voltrail.model.battery.BatteryQuery;
import org.voltrail.model.json.CanonicalJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail list}. */
@Command(name = "list", description = "List the batteries on the ledger, read page by page.")
public final class ListCommand extends CliCommand {

    private static final int PAGE = 200;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "Most batteries to list (default: ${DEFAULT-VALUE}).")
    private long limit = 50;

    /** For picocli. */
    public ListCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        long left = limit;
        String bookmark = null;
        do {
            BatteryPage page = page(session, (int) Math.min(PAGE, left), bookmark);
            page.batteries().forEach(battery -> console.result(battery, line(battery)));
            left -= page.batteries().size();
            bookmark = page.bookmark();
        } while (bookmark != null && left > 0);
        if (bookmark != null) {
            console.remark("There are more; raise --limit.");
        }
        return ExitCode.OK;
    }

    private static BatteryPage page(Session session, int size, @Nullable String bookmark) {
        return session.client().evaluate(new BatteryQuery.List(size, bookmark));
    }

    private static String line(Battery battery) {
        JsonNode tree = CanonicalJson.tree(battery);
        return String.format("%-64s  %-12s %-14s %-10s %s", battery.id(), tree.path("stage").asText(), tree.path("status").asText(),
                tree.path("condition").asText(), battery.holder());
    }
}
