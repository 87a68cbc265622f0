package org.voltrail.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.organisation.Member;
import org.voltrail.network.organisation.MemberProfile;
import org.voltrail.network.organisation.Organisation;
import org.voltrail.network.samplecontract.SampleServer;

/** The whole network: made, restarted, grown. */
class EmbeddedNetworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (int index = opened.size() - 1; index >= 0; index--) {
            opened.get(index).close();
        }
    }

    private EmbeddedNetwork start(String... organisations) {
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(folder);
        List.of(organisations).forEach(builder::organisation);
        return builder.start();
    }

    private ChaincodeDeployment served(EmbeddedNetwork network) {
        ChaincodeDeployment deployment = ChaincodeDeployment.of("sample", "1.0");
        for (String organisation : network.organisations()) {
            SampleServer server = SampleServer.start(
                    deployment.chaincodePackage().packageId(), network.organisation(organisation).mspId());
            opened.add(server);
            deployment = deployment.servedAt(organisation, server.address());
        }
        return deployment;
    }

    private Contract contract(EmbeddedNetwork network, String organisation, Member member) throws Exception {
        Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(member.identity().mspId(), member.identity().certificate()))
                .signer(Signers.newPrivateKeySigner(key(member)))
                .hash(Hash.SHA256)
                .connection(channel(network, organisation))
                .connect();
        opened.add(gateway);
        return gateway.getNetwork(network.channel()).getContract("sample");
    }

    private static PrivateKey key(Member member) {
        try {
            return Pem.privateKey(Files.readAllBytes(member.folder().resolve("msp/keystore/priv_sk")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ManagedChannel channel(EmbeddedNetwork network, String organisation) throws Exception {
        byte[] root = Pem.encode(network.organisation(organisation).tlsAuthority()).getBytes(StandardCharsets.US_ASCII);
        ManagedChannel channel = NettyChannelBuilder.forTarget(
                        network.peers(organisation).values().iterator().next())
                .sslContext(GrpcSslContexts.forClient().trustManager(new ByteArrayInputStream(root)).build())
                .build();
        opened.add(channel::shutdownNow);
        return channel;
    }

    private static Member client(Organisation organisation, String name) throws Exception {
        return organisation.add(MemberProfile.client(name, Map.of()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aStoppedNetworkGoesOnWhereItWas() throws Exception {
        ChaincodeDeployment deployment;
        Member user;
        try (EmbeddedNetwork network = start("ManufacturerOrg", "RecyclerOrg")) {
            deployment = served(network);
            network.deploy(deployment);
            network.awaitChaincode("sample", PATIENCE);
            user = client(network.organisation("ManufacturerOrg"), "user1");
            contract(network, "ManufacturerOrg", user).submitTransaction("put", "battery", "1");
            assertThat(network.connectionProfile()).content().contains("ManufacturerMSP", "RecyclerMSP", "registrar");
            assertThat(network.connectionProfile("RecyclerOrg")).content().contains("RecyclerMSP").doesNotContain("registrar");
        }
        try (EmbeddedNetwork network = start("ManufacturerOrg", "RecyclerOrg")) {
            network.awaitChaincode("sample", PATIENCE);
            Contract contract = contract(network, "ManufacturerOrg", user);
            assertThat(text(contract.evaluateTransaction("get", "battery"))).isEqualTo("1");
            contract.submitTransaction("put", "battery", "2");
            long height = network.height();
            network.deploy(deployment);
            assertThat(network.height()).as("deploying again changes nothing").isEqualTo(height);
        }
    }

    @Test
    void anOrganisationJoinsTheRunningNetworkAndEndorses() throws Exception {
        try (EmbeddedNetwork network = start("ManufacturerOrg", "RecyclerOrg")) {
            network.deploy(served(network));
            network.awaitChaincode("sample", PATIENCE);
            Member user = client(network.organisation("ManufacturerOrg"), "user1");
            contract(network, "ManufacturerOrg", user).submitTransaction("put", "battery", "1");

            network.addOrganisation("CarrierOrg");
            network.deploy(served(network));
            network.awaitChaincode("sample", PATIENCE);

            Member carrier = client(network.organisation("CarrierOrg"), "user1");
            Contract contract = contract(network, "CarrierOrg", carrier);
            assertThat(text(contract.evaluateTransaction("get", "battery"))).isEqualTo("1");
            contract.newProposal("put")
                    .addArguments("battery", "2")
                    .setEndorsingOrganizations("CarrierMSP", "RecyclerMSP")
                    .build()
                    .endorse()
                    .submit();
            assertThat(text(contract.evaluateTransaction("get", "battery"))).isEqualTo("2");
        }
    }

    @Test
    void dataThatAreInUseAreNotStartedASecondTime() {
        try (EmbeddedNetwork network = start("ManufacturerOrg")) {
            assertThat(network.height()).isEqualTo(1);
            assertThatThrownBy(() -> start("ManufacturerOrg"))
                    .isInstanceOf(NetworkStartException.class)
                    .extracting(failure -> ((NetworkStartException) failure).remedy())
                    .asString()
                    .contains("Stop the network that runs on these data");
        }
    }
}
