package org.voltrail.scenarios.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.model.Role;
import org.voltrail.model.json.WireNames;
import org.voltrail.network.EmbeddedNetwork;
import org.voltrail.network.ca.Attribute;
import org.voltrail.network.ca.CaException;
import org.voltrail.network.ca.CertificateSpec;
import org.voltrail.network.ca.OrganisationCa;
import org.voltrail.network.ca.Registration;
import org.voltrail.network.deployment.ChaincodeDeployment;

/** An embedded network in a temporary folder, with a chaincode server for each organisation's peer. */
public final class EmbeddedScenarioNetwork implements ScenarioNetwork, AutoCloseable {
    private final Path data;
    private final EmbeddedNetwork network;
    private final ChaincodeServers chaincode;

    private EmbeddedScenarioNetwork(Path data, EmbeddedNetwork network, ChaincodeServers chaincode) {
        this.data = data;
        this.network = network;
        this.chaincode = chaincode;
    }

    /** Starts the four organisations of the standard network. */
    public static EmbeddedScenarioNetwork start() {
        try {
            Path data = Files.createTempDirectory("voltrail-scenarios");
            EmbeddedNetwork network = EmbeddedNetwork.builder(data).start();
            ChaincodeServers chaincode = ChaincodeServers.start(network.organisations());
            network.deploy(deployment(chaincode));
            network.awaitChaincode(ChaincodeServers.CHAINCODE, Duration.ofSeconds(30));
            return new EmbeddedScenarioNetwork(data, network, chaincode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ChaincodeDeployment deployment(ChaincodeServers chaincode) {
        ChaincodeDeployment deployment = ChaincodeDeployment.of(ChaincodeServers.CHAINCODE, ChaincodeServers.VERSION);
        for (Map.Entry<String, String> server : chaincode.addresses().entrySet()) {
            deployment = deployment.servedAt(server.getKey(), server.getValue());
        }
        return deployment;
    }

    @Override
    public Path profileFile() {
        return network.connectionProfile();
    }

    @Override
    public Optional<LedgerIdentity> expired(Party party, Role role) {
        OrganisationCa ca = network.organisation(party.organisation()).ca();
        String name = "expired-" + UUID.randomUUID();
        KeyPair keys = KeyPairs.generate();
        try {
            ca.registerWithoutSecret(new Registration(
                    name, "client", "", -1, "", List.of(Attribute.inCertificates("voltrail.role", WireNames.of(role)))));
            X509Certificate certificate =
                    ca.certify(name, keys.getPublic(), CertificateSpec.Usage.SIGNING, Duration.ofSeconds(-1), List.of());
            return Optional.of(LedgerIdentity.of(party.msp(), certificate, keys.getPrivate()));
        } catch (CaException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The network itself, for what only its operator can do. */
    public EmbeddedNetwork network() {
        return network;
    }

    @Override
    public void close() throws IOException {
        network.close();
        chaincode.close();
        Folders.delete(data);
    }
}
