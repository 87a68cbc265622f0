package org.voltrail.network;

import java.nio.file.Path;

/** Where the network keeps what, below its data folder. */
record DataFolder(Path root) {
    Path description() {
        return root.resolve("network.json");
    }

    Path genesisBlock(String channelId) {
        return root.resolve("channels").resolve(channelId + ".genesis.block");
    }

    Path ledger(String channelId) {
        return root.resolve("channels").resolve(channelId);
    }

    Path organisation(String name) {
        return root.resolve("organisations").resolve(name);
    }

    /** The chaincode packages installed on a peer. */
    Path packages(String peerName) {
        return root.resolve("peers").resolve(peerName).resolve("packages");
    }

    /** The profile with all organisations. */
    Path connectionProfile() {
        return root.resolve("connection.json");
    }

    /** An organisation's own profile, in JSON and in YAML. */
    Path connectionProfiles(String organisation) {
        return root.resolve("profiles").resolve(organisation);
    }

    /** Is there while the network runs. */
    Path ready() {
        return root.resolve("ready.json");
    }
}
