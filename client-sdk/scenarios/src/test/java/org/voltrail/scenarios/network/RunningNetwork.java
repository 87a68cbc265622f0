package org.voltrail.scenarios.network;

import java.nio.file.Path;
import org.voltrail.client.profile.ConnectionProfile;

/** A network that somebody else has started; it is left running. */
record RunningNetwork(ConnectionProfile profile) implements ScenarioNetwork {
    /** The network whose data folder this is. */
    RunningNetwork(Path folder) {
        this(ConnectionProfile.load(folder.resolve("connection.json")));
    }
}
