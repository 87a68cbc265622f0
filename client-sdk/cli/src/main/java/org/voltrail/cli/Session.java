package org.voltrail.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.ClientOptions;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.enrolment.FabricCa;
import org.voltrail.client.identity.FileWallet;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.identity.Wallet;
import org.voltrail.client.profile.ConnectionProfile;
import org.voltrail.client.profile.Organisation;

/**
 * What a command needs to talk to the network: profile, wallet, identity, clients. Each is read or made when it is first asked
 * for; closing it closes the clients. Not for use by several threads.
 */
public final class Session implements AutoCloseable {

    private final Settings settings;
    private final Connector connector;
    private final List<VoltrailClient> clients = new ArrayList<>();
    private @Nullable ConnectionProfile profile;
    private @Nullable VoltrailClient client;

    Session(Settings settings, Connector connector) {
        this.settings = settings;
        this.connector = connector;
    }

    /** {@return what was asked for on the command line} */
    public Settings settings() {
        return settings;
    }

    /**
     * The network.
     *
     * @return its connection profile
     * @throws CliException if there is no such file
     */
    public ConnectionProfile profile() {
        if (profile == null) {
            Path file = settings.profile();
            if (!Files.isRegularFile(file)) {
                throw new CliException(ExitCode.LOCAL, "There is no connection profile " + file + ".",
                        "Start the network with scripts/start.sh, or name a profile with --profile or VOLTRAIL_PROFILE.");
            }
            profile = ConnectionProfile.load(file);
        }
        return profile;
    }

    /** {@return the wallet; its folder is made if it is missing} */
    public Wallet wallet() {
        return FileWallet.open(settings.wallet());
    }

    /**
     * The identity to act as.
     *
     * @return from the wallet
     * @throws CliException if none was named and there is not exactly one, or the named one is not there
     */
    public LedgerIdentity identity() {
        return identity(label());
    }

    /**
     * An identity by its label.
     *
     * @param label in the wallet
     * @return the identity
     * @throws CliException if it is not there
     */
    public LedgerIdentity identity(String label) {
        return wallet().get(label).orElseThrow(() -> new CliException(ExitCode.LOCAL,
                "The wallet " + settings.wallet() + " has no identity \"" + label + "\"." + choice(), enrolHint()));
    }

    private String label() {
        String asked = settings.identity();
        List<String> labels = asked == null ? wallet().labels() : List.of(asked);
        if (labels.size() == 1) {
            return labels.get(0);
        }
        throw new CliException(ExitCode.LOCAL, labels.isEmpty()
                ? "The wallet " + settings.wallet() + " is empty."
                : "It is not said who acts." + choice(),
                labels.isEmpty() ? enrolHint() : "Choose one with --identity or VOLTRAIL_IDENTITY.");
    }

    private String choice() {
        List<String> labels = wallet().labels();
        return labels.isEmpty() ? "" : " There are: " + String.join(", ", labels) + ".";
    }

    private static String enrolHint() {
        return "Enrol one with \"voltrail identity enrol\", import one with \"voltrail identity import\", "
                + "or let \"voltrail network setup\" make one for each organisation.";
    }

    /** {@return a client for the identity to act as; always the same one} */
    public VoltrailClient client() {
        if (client == null) {
            client = client(identity());
        }
        return client;
    }

    /**
     * A client for an identity.
     *
     * @param identity who acts
     * @return a client that this session closes
     */
    public VoltrailClient client(LedgerIdentity identity) {
        return client(identity, options());
    }

    /**
     * A client for an identity with options of its own.
     *
     * @param identity who acts
     * @param options for instance from {@link #options}
     * @return a client that this session closes
     */
    public VoltrailClient client(LedgerIdentity identity, ClientOptions options) {
        VoltrailClient made = connector.connect(profile(), identity, options);
        clients.add(made);
        return made;
    }

    /** {@return the options that the settings ask for} */
    public ClientOptions options() {
        return ClientOptions.DEFAULT.withChannel(settings.channel()).withChaincode(settings.chaincode());
    }

    /**
     * An organisation by its name or its MSP id.
     *
     * @param nameOrMsp as the user wrote it
     * @return the organisation
     */
    public Organisation organisation(String nameOrMsp) {
        return profile().organisations().values().stream()
                .filter(organisation -> organisation.name().equals(nameOrMsp) || organisation.mspId().equals(nameOrMsp))
                .findFirst()
                .orElseThrow(() -> new CliException(ExitCode.LOCAL, "The profile has no organisation \"" + nameOrMsp + "\".",
                        "There are: " + String.join(", ", profile().organisations().keySet()) + "."));
    }

    /**
     * The certificate authority of an organisation.
     *
     * @param organisation of the profile
     * @return its first authority
     */
    public FabricCa authority(Organisation organisation) {
        return FabricCa.at(profile().certificateAuthorityOf(organisation), organisation.mspId());
    }

    @Override
    public void close() {
        clients.forEach(VoltrailClient::close);
    }
}
