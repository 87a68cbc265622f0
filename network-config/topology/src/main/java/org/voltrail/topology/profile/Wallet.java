package org.voltrail.topology.profile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.voltrail.topology.Layout;
import org.voltrail.topology.Organisation;
import org.voltrail.topology.Topology;
import org.voltrail.topology.TopologyException;

/** Puts the users whom the network's scripts have enrolled into a wallet in the format of Fabric's own file wallets. */
public final class Wallet {
    private final Topology topology;
    private final Layout layout;

    /** The wallet of a network whose certificates lie in the layout. */
    public Wallet(Topology topology, Layout layout) {
        this.topology = topology;
        this.layout = layout;
    }

    /** Writes each user's certificate and key under his name; users who are not enrolled are passed over. */
    public void write() {
        topology.organisations().forEach(organisation -> organisation.users().forEach(user -> write(organisation, user.name())));
    }

    private void write(Organisation organisation, String user) {
        Path msp = layout.organisation(organisation.name()).resolve("users").resolve(user).resolve("msp");
        if (Files.exists(msp)) {
            PrivateFiles.write(layout.wallet().resolve(user + ".id"), entry(organisation.mspId(), msp));
        }
    }

    private static ObjectNode entry(String mspId, Path msp) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.putObject("credentials")
                .put("certificate", read(msp.resolve("signcerts/cert.pem")))
                .put("privateKey", read(msp.resolve("keystore/key.pem")));
        return entry.put("mspId", mspId).put("type", "X.509").put("version", 1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TopologyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
