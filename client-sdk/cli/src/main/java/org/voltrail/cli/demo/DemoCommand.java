package org.voltrail.cli.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.cli.network.NetworkPlan;
import org.voltrail.cli.network.NetworkSetup;
import org.voltrail.cli.trace.EventText;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.model.BatteryEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail demo}. */
@Command(name = "demo",
        description = "Let four organisations take a fleet of batteries through whole lives on the ledger: production, delivery, service, "
                + "tests, hold, recall, accidents, second life, collection, recycling, disposal, recycled content. Ends with one "
                + "battery's provenance and the refusals that were provoked on purpose; fails if anything does not go as it must. Can "
                + "be repeated on the same ledger.")
public final class DemoCommand extends CliCommand {

    @Option(names = "--batteries", paramLabel = "N", defaultValue = "240", description = "Size of the fleet, at least 20 (default: ${DEFAULT-VALUE}).")
    private int batteries = 240;

    @Option(names = "--ageing-data", paramLabel = "FOLDER",
            description = "Take the state-of-health tests from measured curves in the form of the NASA battery ageing set (default: "
                    + "curves generated after a published ageing model).")
    private @Nullable Path ageingData;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2023", description = "Seed of what chance decides (default: ${DEFAULT-VALUE}).")
    private long seed = 2023;

    @Option(names = "--in-flight", paramLabel = "N", defaultValue = "32", description = "Commands under way at once (default: ${DEFAULT-VALUE}).")
    private int inFlight = 32;

    /** For picocli. */
    public DemoCommand() {}

    /**
     * What {@code --json} prints in the end.
     *
     * @param run names the run's batteries
     * @param batteries size of the fleet
     * @param transactions transactions that were committed
     * @param seconds duration
     * @param provenance events of one battery
     * @param refusals what was refused as it must be
     */
    record Report(
            String run, int batteries, long transactions, long seconds, List<BatteryEvent> provenance, List<Refusals.Refusal> refusals) {}

    @Override
    protected ExitCode run(Session session, Console console) {
        if (batteries < 20 || inFlight < 1) {
            throw new CliException(ExitCode.USAGE, "--batteries must be 20 or more, --in-flight 1 or more.", null);
        }
        long start = System.nanoTime();
        Instant now = Instant.now();
        Run run = Run.at(now, seed);
        Laboratory laboratory = ageingData == null ? new GeneratedCurves(seed, now) : MeasuredCurves.read(ageingData, seed, now);
        console.remark("Run " + run.id() + ". " + laboratory.source());
        Map<String, LedgerIdentity> users = new NetworkSetup(session, NetworkPlan.standard(), text -> console.remark("    " + text)).run();
        Cast cast = cast(session, users);
        Play play = play(console, run, laboratory, cast, now);
        play.perform();
        tell(console, run, play, cast, (System.nanoTime() - start) / 1_000_000_000);
        return ExitCode.OK;
    }

    private static Cast cast(Session session, Map<String, LedgerIdentity> users) {
        return new Cast(session.client(users.get("manufacturer")), session.client(users.get("carrier")),
                session.client(users.get("recycler")), session.client(users.get("regulator")));
    }

    private Play play(Console console, Run run, Laboratory laboratory, Cast cast, Instant now) {
        Pack pack = new Pack(laboratory.cell());
        List<Life> lives = new Fleet(run, pack, LocalDate.ofInstant(now, ZoneOffset.UTC)).lives(batteries);
        return new Play(console, run, new Stagehand(cast, inFlight), laboratory, pack, lives);
    }

    private void tell(Console console, Run run, Play play, Cast cast, long seconds) {
        Life shown = play.protagonist();
        List<BatteryEvent> provenance = Inspection.history(cast.regulator(), shown.id());
        if (console.json()) {
            console.result(new Report(run.id(), batteries, cast.transactions(), seconds, provenance, play.refusals()));
            return;
        }
        console.line("\nProvenance of " + shown.id() + " (hash chain verified):");
        provenance.forEach(event -> console.line(String.format("  %s  #%-3d %-16s %s", event.time(), event.seq(), event.actor().msp(),
                EventText.of(event))));
        console.line("\nRefused, as it must be:");
        play.refusals().forEach(refusal -> console.line(String.format("  %-17s %s (%s)%n  %-17s   %s", refusal.code(), refusal.attempt(),
                refusal.by(), "", refusal.message())));
        console.line("\nDone: " + batteries + " batteries, " + cast.transactions() + " transactions, " + seconds + " s. Go on with:");
        console.line("  voltrail trace " + shown.id() + " --identity regulator");
    }
}
