package org.voltrail.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.voltrail.topology.render.NativeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds an organisation to the description and renders it. */
@Command(name = "add-organisation", description = "Adds an organisation with one peer to the description.")
final class AddOrganisationCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--roles", split = ",", description = "What it may do, for example carrier,collector.")
    private List<String> roles = List.of();

    @Option(names = "--title", defaultValue = "", description = "Its name as in the trade register.")
    private String title = "";

    @Option(names = "--jurisdiction", defaultValue = "EU", description = "Two letters, for example EU.")
    private String jurisdiction = "EU";

    @Parameters(index = "0", description = "Its name, for example NorthRecyclerOrg.")
    private String name = "";

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        if (topology.find(name).isEmpty()) {
            TopologyFile.write(topology.with(organisation(topology)), layout.topology());
        }
        new NativeFiles(TopologyFile.read(layout.topology()), site.kind(), layout).write();
        return 0;
    }

    private Organisation organisation(Topology topology) {
        String stem = name.endsWith("Org") ? name.substring(0, name.length() - "Org".length()) : name;
        return new Organisation(
                stem + "Org",
                stem.toLowerCase(Locale.ROOT),
                stem + "MSP",
                title.isBlank() ? stem : title,
                jurisdiction,
                freePorts(topology),
                List.of("peer0"),
                roles,
                List.of(new Organisation.User(stem.toLowerCase(Locale.ROOT), roles)),
                List.of());
    }

    private static int freePorts(Topology topology) {
        List<Integer> taken = Stream.concat(
                        Stream.of(topology.orderer().ports()), topology.organisations().stream().map(Organisation::ports))
                .toList();
        int first = topology.organisations().get(0).ports();
        while (overlaps(first, taken)) {
            first += Ports.SPAN;
        }
        return first;
    }

    private static boolean overlaps(int first, List<Integer> taken) {
        return taken.stream().anyMatch(each -> Math.abs(each - first) < Ports.SPAN);
    }
}
