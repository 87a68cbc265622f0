package org.voltrail.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voltrail.topology.site.PlacedOrganisation;
import org.voltrail.topology.site.Site;
import org.voltrail.topology.update.ChannelConfigUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Edits a channel's configuration. */
@Command(
        name = "channel-update",
        description = "Reads a configuration block in JSON; writes the configuration before and after a change.")
final class ChannelUpdateCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--block", required = true, description = "Configuration block, decoded.")
    private Path block = Path.of("");

    @Option(names = "--before", required = true, description = "Where to write the configuration as it is.")
    private Path before = Path.of("");

    @Option(names = "--after", required = true, description = "Where to write the configuration as it shall be.")
    private Path after = Path.of("");

    @Option(names = "--add-organisation", description = "Organisation to add; needs --definition.")
    private @Nullable String added;

    @Option(names = "--definition", description = "What configtxgen -printOrg printed for it.")
    private @Nullable Path definition;

    @Option(names = "--revoke", description = "Organisation whose revocation lists to replace; needs --crl.")
    private @Nullable String revoking;

    @Option(names = "--crl", description = "Revocation list in PEM; may be repeated.")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--batch-timeout", description = "When the orderer cuts a block, for example 100ms.")
    private @Nullable String batchTimeout;

    @Option(names = "--consenter", description = "Ordering node whose TLS certificate to take anew, for example orderer0.")
    private @Nullable String consenter;

    @Override
    public Integer call() {
        ChannelConfigUpdate update = ChannelConfigUpdate.ofBlock(block);
        update.write(before);
        change(update);
        update.write(after);
        return 0;
    }

    private void change(ChannelConfigUpdate update) {
        if (added != null && definition != null) {
            update.addOrganisation(added, definition, placed(added).peers().get(0));
        }
        if (revoking != null) {
            update.revoke(revoking, lists);
        }
        if (batchTimeout != null) {
            update.batchTimeout(batchTimeout);
        }
        if (consenter != null) {
            renew(update, consenter);
        }
    }

    private void renew(ChannelConfigUpdate update, String name) {
        place().orderer().orderers().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        node -> update.consenterCertificate(
                                node.place().host(), node.port(), Path.of(node.certificates()).resolve("tls/server.crt")),
                        () -> {
                            throw new TopologyException("There is no ordering node " + name + ".");
                        });
    }

    private PlacedOrganisation placed(String name) {
        return place().organisations().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TopologyException("There is no organisation " + name + "."));
    }

    private Site place() {
        Layout layout = new Layout(data);
        return Site.of(TopologyFile.read(layout.topology()), site.kind(), layout);
    }
}
