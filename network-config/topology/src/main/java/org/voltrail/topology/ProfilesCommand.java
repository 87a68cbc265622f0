package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.profile.ConnectionProfiles;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.site.SiteKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the connection profiles. */
@Command(name = "profiles", description = "Writes each organisation's connection profile.")
final class ProfilesCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--site", defaultValue = "NATIVE", description = "How the processes run: ${COMPLETION-CANDIDATES}.")
    private SiteKind kind = SiteKind.NATIVE;

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        new ConnectionProfiles(Site.of(TopologyFile.read(layout.topology()), kind, layout), layout).write();
        return 0;
    }
}
