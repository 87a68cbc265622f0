package org.voltrail.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.voltrail.topology.probe.ChaincodeProbe;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until clients of every organisation can work with the chaincode. */
@Command(name = "await-chaincode", description = "Waits until every organisation's gateway has the chaincode endorsed.")
final class AwaitChaincodeCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--seconds", defaultValue = "60", description = "How long to wait.")
    private int seconds;

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        ChaincodeProbe probe = new ChaincodeProbe(topology, layout);
        List<PlacedOrganisation> organisations = Site.of(topology, SiteKind.NATIVE, layout).organisations();
        ExecutorService threads = Executors.newFixedThreadPool(organisations.size());
        try {
            CompletableFuture.allOf(organisations.stream()
                            .map(each -> CompletableFuture.runAsync(() -> probe.await(each, Duration.ofSeconds(seconds)), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TopologyException fault) {
                throw fault;
            }
            throw e;
        } finally {
            threads.shutdownNow();
        }
        return 0;
    }
}
