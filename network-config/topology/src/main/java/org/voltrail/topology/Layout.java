package org.voltrail.topology;

import java.nio.file.Path;

/**
 * Where a network keeps its files beneath its data directory. What a client sees is the same with the embedded network:
 * {@code connection.json} and {@code wallet}.
 *
 * @param root the data directory
 */
public record Layout(Path root) {
    /** The network's description as it stands, with what has been added since the start. */
    public Path topology() {
        return root.resolve("network.yaml");
    }

    /** An organisation's certificates and keys. */
    public Path organisation(String name) {
        return root.resolve("organisations").resolve(name);
    }

    /** The definition of an organisation's membership service provider, without any private key. */
    public Path msp(String organisation) {
        return organisation(organisation).resolve("msp");
    }

    /** Certificates and keys of a peer. */
    public Path peer(String organisation, String peer) {
        return organisation(organisation).resolve("peers").resolve(peer);
    }

    /** Certificates and keys of an ordering node. */
    public Path orderer(String organisation, String node) {
        return organisation(organisation).resolve("orderers").resolve(node);
    }

    /** The profile by which clients of an organisation find the network. */
    public Path connectionProfile(String organisation) {
        return root.resolve("profiles").resolve(organisation).resolve("connection.json");
    }

    /** The profile of the whole network with the registrars' secrets, for whoever runs all of it. */
    public Path wholeProfile() {
        return root.resolve("connection.json");
    }

    /** Users' identities, in the format of Fabric's own file wallets. */
    public Path wallet() {
        return root.resolve("wallet");
    }

    /** What to write into the ledger's registers at the start. */
    public Path setupPlan() {
        return root.resolve("setup-plan.json");
    }

    /** Configuration, ledger and log of a process. */
    public Path node(String id) {
        return root.resolve("nodes").resolve(id);
    }

    /** Tables from which the scripts read what processes there are. */
    public Path plan() {
        return root.resolve("plan");
    }
}
