package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.profile.ConnectionProfiles;
import org.voltrail.topology.profile.SetupPlan;
import org.voltrail.topology.profile.Wallet;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what clients need. */
@Command(name = "profiles", description = "Writes connection profiles, the wallet and the plan of the ledger's registers.")
final class ProfilesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--site", defaultValue = "NATIVE", description = "How the processes run: ${COMPLETION-CANDIDATES}.")
    private SiteKind kind = SiteKind.NATIVE;

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        new ConnectionProfiles(Site.of(topology, kind, layout), layout).write();
        new Wallet(topology, layout).write();
        new SetupPlan(topology, layout).write();
        return 0;
    }
}
