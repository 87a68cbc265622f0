package org.voltrail.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before or after its name. */
public final class Settings {

    private static final String DATA = "VOLTRAIL_DATA";

    @Option(names = {"-p", "--profile"}, scope = ScopeType.INHERIT, paramLabel = "FILE",
            description = "Connection profile of the network, JSON or YAML. Default: $VOLTRAIL_PROFILE, else connection.json "
                    + "in $VOLTRAIL_DATA.")
    private @Nullable Path profile;

    @Option(names = {"-i", "--identity"}, scope = ScopeType.INHERIT, paramLabel = "LABEL",
            description = "Identity to act as, by its label in the wallet. Default: $VOLTRAIL_IDENTITY, else the only one there is.")
    private @Nullable String identity;

    @Option(names = {"-w", "--wallet"}, scope = ScopeType.INHERIT, paramLabel = "FOLDER",
            description = "Folder that holds identities. Default: $VOLTRAIL_WALLET, else wallet in $VOLTRAIL_DATA.")
    private @Nullable Path wallet;

    @Option(names = "--channel", scope = ScopeType.INHERIT, paramLabel = "NAME", defaultValue = "voltrail",
            description = "Channel of the ledger (default: ${DEFAULT-VALUE}).")
    private String channel = "voltrail";

    @Option(names = "--chaincode", scope = ScopeType.INHERIT, paramLabel = "NAME", defaultValue = "voltrail",
            description = "Name of the chaincode on the channel (default: ${DEFAULT-VALUE}).")
    private String chaincode = "voltrail";

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print results as JSON, one on each line.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "No remarks and no progress on standard error.")
    private boolean quiet;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT, description = "Show stack traces of failures.")
    private boolean verbose;

    Settings() {}

    /** {@return the connection profile's file} */
    public Path profile() {
        return path(profile, "VOLTRAIL_PROFILE", "connection.json");
    }

    /** {@return the wallet's folder} */
    public Path wallet() {
        return path(wallet, "VOLTRAIL_WALLET", "wallet");
    }

    /** {@return the label that was asked for; null if none was} */
    public @Nullable String identity() {
        return identity != null ? identity : System.getenv("VOLTRAIL_IDENTITY");
    }

    /** {@return the channel} */
    public String channel() {
        return channel;
    }

    /** {@return the chaincode's name} */
    public String chaincode() {
        return chaincode;
    }

    /** {@return whether results are JSON} */
    public boolean json() {
        return json;
    }

    /** {@return whether remarks are left out} */
    public boolean quiet() {
        return quiet;
    }

    /** {@return whether stack traces are shown} */
    public boolean verbose() {
        return verbose;
    }

    /** {@return the folder that the embedded network keeps its data in} */
    public static Path data() {
        String folder = System.getenv(DATA);
        return folder == null || folder.isBlank() ? Path.of("data") : Path.of(folder);
    }

    private static Path path(@Nullable Path option, String variable, String inData) {
        if (option != null) {
            return option;
        }
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? data().resolve(inData) : Path.of(value);
    }
}
