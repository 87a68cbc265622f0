package org.voltrail.topology;

import org.voltrail.topology.site.SiteKind;
import picocli.CommandLine.Option;

/** How the network's processes run, which decides what hosts and ports the channel names. */
final class SiteOption {
    @Option(names = "--site", defaultValue = "NATIVE", description = "How the processes run: ${COMPLETION-CANDIDATES}.")
    private SiteKind kind = SiteKind.NATIVE;

    SiteKind kind() {
        return kind;
    }
}
