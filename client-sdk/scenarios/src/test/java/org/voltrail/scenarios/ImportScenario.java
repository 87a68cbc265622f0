package org.voltrail.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.cli.bulk.ImportSummary;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.BatteryHead;
import org.voltrail.model.Role;
import org.voltrail.model.json.CanonicalJson;
import org.voltrail.scenarios.network.OnNetwork;
import org.voltrail.scenarios.network.Party;
import org.voltrail.scenarios.network.People;
import org.voltrail.scenarios.network.ScenarioNetwork;

/** {@code voltrail.import.batteries} batteries come to the ledger from one file, although the program is killed on the way. */
@OnNetwork
final class ImportScenario {
    private static final int BATTERIES = Integer.getInteger("voltrail.import.batteries", 3_000);
    private static final int BATCH = Integer.getInteger("voltrail.import.batch", 100);
    private static final int MEGABYTES = 128;
    private static final int FINISHED_BEFORE = Math.max(2, BATTERIES / BATCH / 3);

    private VoltrailProgram program;
    private Path file;

    @Test
    void anImportThatIsKilledGoesOnWhereItWasAndRegistersNothingTwice(
            People people, ScenarioNetwork network, @TempDir Path folder) throws IOException {
        VoltrailClient manufacturer = people.someoneOf(Party.MANUFACTURER);
        long first = Refusals.height(manufacturer);
        program = new VoltrailProgram(network, folder, people.enrol(Party.MANUFACTURER, Role.MANUFACTURER), MEGABYTES);
        file = folder.resolve("batteries.csv");
        List<String> ids = write(file);

        killOnTheWay();
        ImportSummary summary = imported();

        assertThat(summary.entries()).isEqualTo(BATTERIES);
        assertThat(summary.registered()).isEqualTo(BATTERIES);
        assertThat(summary.resumed()).isGreaterThanOrEqualTo((long) FINISHED_BEFORE * BATCH);
        assertThat(registrations(manufacturer, first)).hasSize(BATTERIES).containsOnlyKeys(ids).allSatisfy((id, times) ->
                assertThat(times).isEqualTo(1));
    }

    private static List<String> write(Path file) throws IOException {
        List<String> ids = Stream.generate(Batteries::newId).limit(BATTERIES).toList();
        try (PrintWriter lines = new PrintWriter(Files.newBufferedWriter(file, UTF_8))) {
            lines.println("id,category,level,chemistry,model,manufacturedOn,manufacturedAt,weightGrams,ratedCapacityMah,"
                    + "nominalVoltageMv,ratedEnergyWh");
            ids.forEach(id -> lines.println(id + ",ev,pack,nmc,P75,2026-05-04,Example,410000,210000,355000,74550"));
        }
        return ids;
    }

    private void killOnTheWay() throws IOException {
        Process run = start();
        await().atMost(Duration.ofMinutes(10)).pollInterval(Duration.ofMillis(5))
                .until(() -> finishedBatches() >= FINISHED_BEFORE || !run.isAlive());
        run.destroyForcibly().onExit().join();
        assertThat(finishedBatches()).isGreaterThanOrEqualTo(FINISHED_BEFORE);
    }

    private Process start() {
        return program.start("register", "--file", file.toString(), "--batch", Integer.toString(BATCH));
    }

    private long finishedBatches() throws IOException {
        Path journal = file.resolveSibling(file.getFileName() + ".journal");
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> steps = Files.lines(journal)) {
            return steps.filter(step -> step.contains("\"done\":true")).count();
        }
    }

    private ImportSummary imported() throws IOException {
        program.run("register", "--file", file.toString(), "--batch", Integer.toString(BATCH));
        return CanonicalJson.read(Files.readAllBytes(program.output()), ImportSummary.class);
    }

    /** How often each battery was registered since a block. */
    private static Map<String, Long> registrations(VoltrailClient client, long first) {
        return BlockChain.readFrom(client, first).entries().stream()
                .flatMap(entry -> entry.events().stream())
                .flatMap(event -> event.batteries().stream())
                .map(BatteryHead::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
