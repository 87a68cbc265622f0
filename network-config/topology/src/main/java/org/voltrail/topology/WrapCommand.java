package org.voltrail.topology;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.voltrail.topology.update.ChannelConfigUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts an update of the configuration into an envelope. */
@Command(name = "wrap-update", description = "Puts a computed update into the envelope that organisations sign.")
final class WrapCommand implements Callable<Integer> {
    @Option(names = "--channel", required = true, description = "Name of the channel.")
    private String channel = "";

    @Parameters(index = "0", description = "The update in JSON.")
    private Path update = Path.of("");

    @Parameters(index = "1", description = "The envelope to write, in JSON.")
    private Path envelope = Path.of("");

    @Override
    public Integer call() {
        ChannelConfigUpdate.wrap(channel, update, envelope);
        return 0;
    }
}
