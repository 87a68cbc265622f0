package org.voltrail.scenarios.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.voltrail.client.identity.KeyPairs;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.contract.service.ChaincodeService;
import org.voltrail.contract.service.Endpoint;
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
    private static final String CHAINCODE = "voltrail";

    private final Path data;
    private final EmbeddedNetwork network;
    private final ChaincodeService chaincode;

    private EmbeddedScenarioNetwork(Path data, EmbeddedNetwork network, ChaincodeService chaincode) {
        this.data = data;
        this.network = network;
        this.chaincode = chaincode;
    }

    /** Starts the four organisations of the standard network. */
    public static EmbeddedScenarioNetwork start() {
        try {
            Path data = Files.createTempDirectory("voltrail-scenarios");
            EmbeddedNetwork network = EmbeddedNetwork.builder(data).start();
            ChaincodeDeployment deployment = ChaincodeDeployment.of(CHAINCODE, "1.0");
            ChaincodeService chaincode = serve(deployment, network.organisations().size());
            network.deploy(addressed(deployment, network.organisations(), chaincode));
            network.awaitChaincode(CHAINCODE, Duration.ofSeconds(30));
            return new EmbeddedScenarioNetwork(data, network, chaincode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ChaincodeService serve(ChaincodeDeployment deployment, int servers) throws IOException {
        String packageId = deployment.chaincodePackage().packageId();
        Endpoint anyPort = new Endpoint(packageId, new InetSocketAddress("127.0.0.1", 0));
        return ChaincodeService.start(Stream.generate(() -> anyPort).limit(servers).toList(), null);
    }

    private static ChaincodeDeployment addressed(ChaincodeDeployment deployment, List<String> organisations, ChaincodeService chaincode) {
        ChaincodeDeployment addressed = deployment;
        for (int i = 0; i < organisations.size(); i++) {
            addressed = addressed.servedAt(organisations.get(i), "127.0.0.1:" + chaincode.addresses().get(i).getPort());
        }
        return addressed;
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
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
