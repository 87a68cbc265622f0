package org.voltrail.topology.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.voltrail.client.VoltrailClient;
import org.voltrail.client.VoltrailException;
import org.voltrail.model.oversight.OversightQuery;

/**
 * One network through its life: from nothing to a deployed chaincode, crashes, growth and upgrade under load, revocation, backup and
 * restore. Prints the figures that docs/operations.md quotes.
 */
@EnabledIfEnvironmentVariable(named = "FABRIC_BIN", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NetworkIT {
    private static final int CLIENTS = 8;
    private static final Map<String, Integer> PEERS = new TreeMap<>(Map.of("Manufacturer", 7051, "Recycler", 7151, "Carrier", 7251, "Regulator", 7351));

    private Path folder;
    private NativeNetwork network;

    @BeforeAll
    void choosePlace() throws IOException {
        folder = Files.createTempDirectory("voltrail-network");
        network = new NativeNetwork(folder.resolve("data"), 10_000 + 100 * ThreadLocalRandom.current().nextInt(100));
    }

    @AfterAll
    void remove() {
        network.run("down", "--delete");
    }

    @Test
    @Order(1)
    void aNetworkComesUpFromNothingAndServesTheChaincode() {
        Duration up = network.run("up");
        Duration deploy = network.run("deploy");

        say("from nothing to a deployed network: %.0f s + %.0f s", seconds(up), seconds(deploy));
        try (VoltrailClient client = network.client("regulator")) {
            assertThat(client.evaluate(new OversightQuery.Authority()).authority()).isEqualTo("RegulatorMSP");
        }
    }

    @Test
    @Order(2)
    void everyCommandMayBeRepeated() {
        network.run("up");
        network.run("deploy");

        assertThat(network.output("status")).startsWith("0:").contains("Version: 1.0, Sequence: 1").doesNotContain("down");
    }

    @Test
    @Order(3)
    void anOrderingNodeThatIsKilledCostsNobodyATransaction() {
        crash("orderer0.orderer");
    }

    @Test
    @Order(4)
    void aPeerThatIsKilledCostsNobodyATransaction() {
        crash("peer0.carrier");
    }

    @Test
    @Order(5)
    void theChaincodeServiceThatIsKilledCostsNobodyATransaction() {
        crash(network.chaincodeServices().get(0));
    }

    private void crash(String process) {
        String figures = underLoad(() -> {
            network.kill(process);
            return network.run("up");
        }, process + " killed, back after %.0f s");
        say("%s", figures);
        assertThat(network.output("status")).doesNotContain("down");
        peersAgree();
    }

    @Test
    @Order(6)
    void anOrganisationJoinsWhileTransactionsFlow() {
        say("%s", underLoad(() -> network.run("add-org", "NorthRecycler", "--roles", "collector,recycler"), "organisation joined in %.0f s"));

        try (VoltrailClient client = network.client("northrecycler")) {
            assertThat(client.evaluate(new OversightQuery.GetParticipant("NorthRecyclerMSP")).msp()).isEqualTo("NorthRecyclerMSP");
        }
    }

    @Test
    @Order(7)
    void aPeerIsAddedWhileTransactionsFlow() {
        say("%s", underLoad(() -> network.run("add-peer", "RecyclerOrg"), "peer added in %.0f s"));
    }

    @Test
    @Order(8)
    void theChaincodeIsUpgradedWhileTransactionsFlow() {
        say("%s", underLoad(() -> network.run("upgrade", "--version", "1.1"), "chaincode upgraded in %.0f s"));

        assertThat(network.output("status")).contains("Version: 1.1, Sequence: 2");
    }

    @Test
    @Order(9)
    void aRevokedUserIsShutOutByEverybodysPeers() {
        network.run("add-user", "RegulatorOrg", "former", "--roles", "auditor");
        VoltrailClient former = VoltrailClient.connect(network.profile(), Members.of(network.data(), "RegulatorOrg", "RegulatorMSP", "former"));
        assertThat(former.evaluate(new OversightQuery.Authority()).authority()).isEqualTo("RegulatorMSP");

        network.run("revoke", "RegulatorOrg", "former");

        assertThatExceptionOfType(VoltrailException.class).isThrownBy(() -> former.evaluate(new OversightQuery.Authority()));
        former.close();
    }

    @Test
    @Order(10)
    void aBackupRestoresTheWholeNetwork() {
        Path copy = folder.resolve("copy");
        say("backup in %.0f s", seconds(network.run("backup", copy.toString())));
        String before = network.chainInfo("RegulatorOrg", "RegulatorMSP", PEERS.get("Regulator"));
        network.run("down", "--delete");
        network = new NativeNetwork(folder.resolve("restored"), 0);

        Duration restore = network.run("restore", copy.toString());
        Duration up = network.run("up");

        say("restored in %.0f s, up in %.0f s", seconds(restore), seconds(up));
        assertThat(chainInfoAfterRestore()).isEqualTo(before);
        try (VoltrailClient client = network.client("manufacturer"); Load load = new Load(client, 1)) {
            load.during(() -> "");
            assertThat(load.failures()).isEmpty();
        }
    }

    private String chainInfoAfterRestore() {
        try {
            String regulator = Files.readString(network.data().resolve("plan/nodes.tsv")).lines()
                    .filter(line -> line.contains("peer0.regulator")).findFirst().orElseThrow();
            int port = Integer.parseInt(regulator.split("\t")[5]);
            return network.chainInfo("RegulatorOrg", "RegulatorMSP", port);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Does something while clients register batteries: none fails, and nothing that was acknowledged is lost. */
    private String underLoad(Supplier<Duration> action, String what) {
        try (VoltrailClient client = network.client("manufacturer")) {
            Load load = new Load(client, CLIENTS);
            Duration took = load.during(action);
            load.close();
            assertThat(load.failures()).isEmpty();
            assertThat(load.lost()).isEmpty();
            return what.formatted(seconds(took)) + ": " + load.figures();
        }
    }

    private void peersAgree() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<String> known = chainInfos();
        while (known.stream().distinct().count() > 1 && System.nanoTime() < deadline) {
            known = chainInfos();
        }
        assertThat(known.stream().distinct()).as("height and hash of the last block at every peer").hasSize(1);
    }

    private List<String> chainInfos() {
        return PEERS.entrySet().stream()
                .map(peer -> network.chainInfo(peer.getKey() + "Org", peer.getKey() + "MSP", peer.getValue()))
                .toList();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void say(String form, Object... figures) {
        System.out.println("FIGURE " + form.formatted(figures));
    }
}
