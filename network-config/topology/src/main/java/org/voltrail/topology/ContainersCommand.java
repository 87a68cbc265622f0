package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.render.ContainerFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders the files of containers. */
@Command(name = "containers", description = "Renders the compose file, the Kubernetes manifests and the scrape configurations.")
final class ContainersCommand implements Callable<Integer> {
    @Option(names = "--topology", required = true, description = "The network's description.")
    private Path topology = Path.of("network.yaml");

    @Option(names = "--to", required = true, description = "Folder for the subfolders compose, kubernetes and monitoring.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        new ContainerFiles(TopologyFile.read(topology), folder).write();
        return 0;
    }
}
