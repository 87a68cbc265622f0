package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.voltrail.topology.render.NativeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes the chaincode's definition in the description and renders it. */
@Command(name = "set-chaincode", description = "Changes the chaincode's version or policy in the description.")
final class SetChaincodeCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--version", required = true, description = "The new version.")
    private String version = "";

    @Option(names = "--policy", description = "The new endorsement policy.")
    private @Nullable String policy;

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        Topology topology = TopologyFile.read(layout.topology());
        Chaincode before = topology.chaincode();
        Chaincode after = new Chaincode(
                before.name(), version, policy == null ? before.endorsementPolicy() : policy, before.collections());
        TopologyFile.write(topology.with(after), layout.topology());
        new NativeFiles(TopologyFile.read(layout.topology()), site.kind(), layout).write();
        return 0;
    }
}
