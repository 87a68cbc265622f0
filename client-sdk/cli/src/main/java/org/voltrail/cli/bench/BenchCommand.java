package org.voltrail.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.voltrail.cli.CliCommand;
import org.voltrail.cli.CliException;
import org.voltrail.cli.ExitCode;
import org.voltrail.cli.Session;
import org.voltrail.cli.console.Console;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.battery.BatteryCommand;
import org.voltrail.model.battery.BatteryQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voltrail bench}. */
@Command(name = "bench",
        description = "Measure a network: queries and single registrations by several numbers of clients at once, registration in batches, "
                + "bytes on disk. Registers batteries; use a ledger that may be thrown away. The identity needs the role manufacturer.")
public final class BenchCommand extends CliCommand {

    private static final Duration SETTLING = Duration.ofSeconds(1);
    /** Cores that other programs may use before the figures are doubted. */
    private static final double BUSY_ELSEWHERE = 0.25;

    @Option(names = "--clients", split = ",", paramLabel = "N", defaultValue = "1,16,64,200",
            description = "Clients at once (default: ${DEFAULT-VALUE}).")
    private List<Integer> clients = List.of(1, 16, 64, 200);

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "10", description = "How long to measure each step (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(names = "--warm-up", paramLabel = "N", defaultValue = "15", description = "Seconds of warm-up before, not measured (default: ${DEFAULT-VALUE}).")
    private int warmUp = 15;

    @Option(names = "--batch", paramLabel = "N", defaultValue = "1000", description = "Batteries in a batch (default: ${DEFAULT-VALUE}).")
    private int batch = 1000;

    @Option(names = "--batches-in-flight", paramLabel = "N", defaultValue = "4", description = "Batches under way at once (default: ${DEFAULT-VALUE}).")
    private int batchesInFlight = 4;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "1", description = "Connections that the clients share (default: ${DEFAULT-VALUE}).")
    private int connections = 1;

    @Option(names = "--json-file", paramLabel = "FILE", description = "Write the figures to a file as JSON.")
    private @Nullable Path jsonFile;

    @Option(names = "--ledger-data", paramLabel = "FOLDER", description = "Folder that the network keeps its ledgers in, to measure bytes on disk.")
    private @Nullable Path ledgerData;

    @Option(names = "--start-seconds", paramLabel = "S", description = "How long the network took to start; goes into the figures.")
    private @Nullable Double startSeconds;

    @Option(names = "--network-pid", paramLabel = "PID", description = "Process of the network, to measure its share of the processor.")
    private @Nullable Long networkPid;

    @Option(names = "--chaincode-pid", paramLabel = "PID", description = "Process of the chaincode.")
    private @Nullable Long chaincodePid;

    private final Figures figures = new Figures();
    private final BenchBatteries batteries = new BenchBatteries(System.currentTimeMillis());
    private final List<VoltrailClient> pool = new ArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private CpuClock cpu = new CpuClock();
    private long registered;

    /** For picocli. */
    public BenchCommand() {}

    @Override
    protected ExitCode run(Session session, Console console) {
        prepare(session);
        try {
            measure(console);
            if (jsonFile != null) {
                figures.write(jsonFile);
            }
        } catch (IOException e) {
            throw new CliException(ExitCode.LOCAL, "A file cannot be read or written: " + e, null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException(ExitCode.CHECK, "Interrupted.", null, e);
        }
        return ExitCode.OK;
    }

    private void prepare(Session session) {
        for (int i = 0; i < Math.max(1, connections); i++) {
            pool.add(session.client(session.identity()));
        }
        cpu = new CpuClock().watch("client", ProcessHandle.current().pid());
        if (networkPid != null) {
            cpu.watch("network", networkPid);
        }
        if (chaincodePid != null) {
            cpu.watch("chaincode", chaincodePid);
        }
    }

    private void measure(Console console) throws IOException, InterruptedException {
        limits(console);
        console.line("warm-up, " + warmUp + " s of registrations and queries by 16 clients");
        new Load(16, this::submit).run(Duration.ZERO, Duration.ofSeconds(Math.max(1, warmUp * 2 / 3)));
        registered = batteries.count();
        new Load(16, this::evaluate).run(Duration.ZERO, Duration.ofSeconds(Math.max(1, warmUp / 3)));
        for (int count : clients) {
            figures.evaluate(count, step(console, "evaluate", count, this::evaluate));
        }
        submits(console);
        batches(console);
        if (startSeconds != null) {
            figures.startSeconds(startSeconds);
            console.line(String.format(Locale.ROOT, "start-up         %8.1f s from nothing to the first answer", startSeconds));
        }
    }

    /** What the machine itself allows, measured in the same run. */
    private void limits(Console console) throws IOException {
        console.line(Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version") + ", " + connections
                + " connection(s)");
        if (ledgerData != null) {
            console.line(String.format(Locale.ROOT, "raw disk         %8.2f ms to append 8 KiB and force it (median): a lone client "
                    + "cannot be faster", Disk.forcedWriteMillis(ledgerData)));
        }
    }

    private void submits(Console console) throws IOException, InterruptedException {
        long bytes = ledgerData == null ? 0 : Disk.size(ledgerData);
        long transactions = batteries.count();
        for (int count : clients) {
            figures.submit(count, step(console, "submit", count, this::submit));
        }
        if (ledgerData != null) {
            double each = (double) (Disk.size(ledgerData) - bytes) / (batteries.count() - transactions);
            figures.bytesPerTransaction(each);
            console.line(String.format(Locale.ROOT, "disk             %8.0f bytes a transaction, blocks, state and index together", each));
        }
    }

    private void batches(Console console) throws InterruptedException {
        Load.Measured measured = step(console, "batch of " + batch, batchesInFlight, () ->
                client().submit(new BatteryCommand.RegisterBatch(batteries.next(batch))));
        figures.batteriesPerSecond(measured.perSecond() * batch);
        console.line(String.format(Locale.ROOT, "batches          %8.0f batteries/s", measured.perSecond() * batch));
    }

    private Load.Measured step(Console console, String name, int count, Supplier<CompletionStage<?>> request) throws InterruptedException {
        cpu.start();
        Load.Measured measured = new Load(count, request).run(SETTLING, Duration.ofSeconds(seconds));
        console.line(String.format(Locale.ROOT, "%-16s %4d at once %8.1f/s   p50 %7.2f  p95 %7.2f  p99 %7.2f ms   %s", name, count,
                measured.perSecond(), measured.p50(), measured.p95(), measured.p99(), cpu.used()));
        judge(console, name, measured);
        return measured;
    }

    private void judge(Console console, String name, Load.Measured measured) {
        if (measured.count() == 0) {
            console.remark("warning: nothing was answered within the time of " + name + "; measure longer");
        }
        double elsewhere = cpu.elsewhere();
        if (elsewhere > BUSY_ELSEWHERE) {
            console.remark(String.format(Locale.ROOT, "warning: other programs used %.1f cores meanwhile; these figures cannot be compared", elsewhere));
        }
    }

    private CompletionStage<?> submit() {
        return client().submit(new BatteryCommand.Register(batteries.next()));
    }

    /** A query for any of the batteries that the warm-up registered. */
    private CompletionStage<?> evaluate() {
        return client().evaluateAsync(new BatteryQuery.Get(batteries.any(registered)));
    }

    private VoltrailClient client() {
        return pool.get(Math.floorMod(turn.getAndIncrement(), pool.size()));
    }
}
