package org.voltrail.topology;

import java.nio.file.Path;

/** Networks that tests begin with. */
public final class Networks {
    /** The project's own description. */
    public static final Path DESCRIPTION = Path.of("..", "network.yaml");

    private Networks() {}

    /** The project's own network. */
    public static Topology standard() {
        return TopologyFile.read(DESCRIPTION);
    }
}
