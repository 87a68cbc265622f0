package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.render.NativeFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Renders the files of native processes. */
@Command(name = "render", description = "Renders the files of native processes into the data directory.")
final class RenderCommand implements Callable<Integer> {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--data", required = true, description = "The network's data directory.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
        Layout layout = new Layout(data);
        new NativeFiles(TopologyFile.read(layout.topology()), site.kind(), layout).write();
        return 0;
    }
}
