package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.render.NativeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a peer to an organisation in the description and prints the peer's name. */
@Command(name = "add-peer", description = "Adds a peer to an organisation in the description; prints its name.")
final class AddPeerCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Parameters(index = "0", description = "Name, id or MSP id of the organisation.")
    private String organisation = "";

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        Organisation larger = topology.organisation(organisation).withAnotherPeer();
        TopologyFile.write(topology.replacing(larger), layout.topology());
        new NativeFiles(TopologyFile.read(layout.topology()), site.kind(), layout).write();
        System.out.println(larger.peers().get(larger.peers().size() - 1));
        return 0;
    }
}
