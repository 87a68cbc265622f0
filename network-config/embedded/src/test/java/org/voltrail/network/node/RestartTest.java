package org.voltrail.network.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.client.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.samplecontract.SampleServer;

/** What happens when parts of the network go away and come back. */
class RestartTest {
    private static final String ORGANISATION = "ManufacturerMSP";

    @TempDir
    private Path folder;

    private static Contract contract(RunningNetwork network) {
        return network.gateway(ORGANISATION).getNetwork(RunningNetwork.CHANNEL).getContract("sample");
    }

    private static String get(Contract contract, String key) throws Exception {
        return new String(contract.evaluateTransaction("get", key), StandardCharsets.UTF_8);
    }

    @Test
    void theNetworkGoesOnWhereItWas() throws Exception {
        try (RunningNetwork network = new RunningNetwork(folder, Duration.ofSeconds(30), ORGANISATION)) {
            network.deploy(ChaincodeDeployment.of("sample", "1.0"));
            contract(network).submitTransaction("put", "battery", "1");
            long height = network.runtime().channels().find(RunningNetwork.CHANNEL).orElseThrow().height();
            network.restart();
            network.awaitChaincode("sample");
            assertThat(network.runtime().channels().find(RunningNetwork.CHANNEL).orElseThrow().height()).isEqualTo(height);
            assertThat(get(contract(network), "battery")).isEqualTo("1");
            contract(network).submitTransaction("put", "battery", "2");
            assertThat(get(contract(network), "battery")).isEqualTo("2");
        }
    }

    @Test
    void aChaincodeServerThatComesBackIsUsedAgain() throws Exception {
        try (RunningNetwork network = new RunningNetwork(folder, Duration.ofSeconds(30), ORGANISATION)) {
            ChaincodeDeployment deployment = ChaincodeDeployment.of("sample", "1.0");
            network.deploy(deployment);
            contract(network).submitTransaction("put", "battery", "1");
            SampleServer server = network.chaincode("sample", ORGANISATION);
            server.close();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !network.runtime().peers().get(0).isReady(RunningNetwork.CHANNEL, "sample"));
            try (SampleServer again =
                    SampleServer.start(deployment.chaincodePackage().packageId(), ORGANISATION, server.port())) {
                network.awaitChaincode("sample");
                assertThat(get(contract(network), "battery")).isEqualTo("1");
                assertThat(again.port()).isEqualTo(server.port());
            }
        }
    }
}
