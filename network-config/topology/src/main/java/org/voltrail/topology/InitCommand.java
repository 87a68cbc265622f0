package org.voltrail.topology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.render.NativeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the description of a new network into its data directory, leaving one that is there alone, and renders its files. */
@Command(name = "init", description = "Copies the description into a data directory that has none; renders the files of native processes.")
final class InitCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--topology", required = true, description = "The description to start from.")
    private Path topology = Path.of("network.yaml");

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Option(names = "--port-offset", defaultValue = "0", description = "Added to every port of native processes.")
    private int offset;

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        if (!Files.exists(layout.topology())) {
            TopologyFile.write(TopologyFile.read(topology).shifted(offset), layout.topology());
        }
        new NativeFiles(TopologyFile.read(layout.topology()), site.kind(), layout).write();
        return 0;
    }
}
