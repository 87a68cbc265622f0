package org.voltrail.topology.render;

import java.nio.file.Path;
import java.util.Map;
import org.voltrail.topology.Layout;
import org.voltrail.topology.site.Site;

/** What Fabric's tools read to make the channel's first block and the certificates of a trial. */
final class ChannelFiles {
    private ChannelFiles() {}

    static void write(Site site, Path folder) {
        Output.writeYaml(folder.resolve("configtx.yaml"), configtx(site));
        Output.writeYaml(folder.resolve("crypto-config.yaml"), cryptoConfig(site));
    }

    static String configtx(Site site) {
        return Templates.fill("configtx.yaml", Map.of(
                "channel", site.topology().channel(),
                "policies", site.topology().channel().policies(),
                "orderer", site.orderer(),
                "organisations", site.organisations()));
    }

    private static String cryptoConfig(Site site) {
        return Templates.fill("crypto-config.yaml", Map.of(
                "topology", site.topology(),
                "hosts", HostNames.of(site.topology(), new Layout(Path.of("."))),
                "orderer", site.orderer(),
                "organisations", site.organisations()));
    }
}
