package org.voltrail.network.node;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.protos.common.Config;
import org.voltrail.network.ca.CertificateSpec;
import org.voltrail.network.ca.CertificateSpec.Usage;
import org.voltrail.network.ca.Subjects;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.channel.ConfigException;
import org.voltrail.network.crypto.Ecdsa;
import org.voltrail.network.crypto.Pem;
import org.voltrail.network.deployment.ChaincodeDeployer;
import org.voltrail.network.deployment.ChaincodeDeployment;
import org.voltrail.network.deployment.Participant;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.RocksChannelLedger;
import org.voltrail.network.lifecycle.LifecycleException;
import org.voltrail.network.peer.PeerNode;
import org.voltrail.network.samplecontract.SampleServer;
import org.voltrail.network.testing.TestChannel;
import org.voltrail.network.testing.TestOrganisation;
import org.voltrail.network.transport.TlsIdentity;

/** A network for tests with one peer and one sample chaincode server for each organisation. */
final class RunningNetwork implements AutoCloseable {
    static final String CHANNEL = "test";

    private final Path folder;
    private final TestChannel channel;
    private final List<TestOrganisation> organisations;
    private final Map<String, SigningIdentity> identities = new HashMap<>();
    private final Map<String, SigningIdentity> admins = new HashMap<>();
    private final Map<String, Map<String, String>> settings = new HashMap<>();
    private final Map<String, SampleServer> chaincodes = new LinkedHashMap<>();
    private final Map<String, ManagedChannel> channels = new HashMap<>();
    private final Map<String, Member> clients = new HashMap<>();
    private final Duration chaincodeTimeout;
    private NetworkRuntime runtime;
    private final List<AutoCloseable> opened = new ArrayList<>();

    RunningNetwork(Path folder, Duration chaincodeTimeout, String... mspIds) {
        this.folder = folder;
        this.chaincodeTimeout = chaincodeTimeout;
        this.channel = new TestChannel(CHANNEL, mspIds);
        this.organisations = new ArrayList<>();
        for (int index = 0; index < mspIds.length; index++) {
            organisations.add(channel.organisation(index));
        }
        organisations.forEach(this::prepare);
        this.runtime = start();
    }

    private void prepare(TestOrganisation organisation) {
        identities.put(organisation.mspId(), organisation.peer("peer0." + organisation.mspId()));
        admins.put(organisation.mspId(), organisation.admin("admin"));
        clients.put(organisation.mspId(), Member.of(organisation, "user", "client"));
        settings.put(organisation.mspId(), new ConcurrentHashMap<>());
    }

    private NetworkRuntime start() {
        NetworkRuntime started = new NetworkRuntime(Clock.systemUTC(), chaincodeTimeout);
        RocksChannelLedger ledger = RocksChannelLedger.open(folder.resolve("ledger"), channel.genesis(), RunningNetwork::read);
        started.addChannel(ledger, channel.orderer().orderer("orderer0"));
        started.startOrderer(loopback(SampleServer.freePort()), tls(channel.orderer()));
        for (TestOrganisation organisation : organisations) {
            startPeer(started, organisation);
        }
        return started;
    }

    private void startPeer(NetworkRuntime started, TestOrganisation organisation) {
        int port = SampleServer.freePort();
        PeerNode node = new PeerNode(
                "peer0." + organisation.mspId(), organisation.mspId(), "localhost", port, identities.get(organisation.mspId()));
        try {
            started.startPeer(new PeerSetup(
                    node,
                    loopback(port),
                    tls(organisation),
                    folder.resolve("packages").resolve(organisation.mspId()),
                    settings.get(organisation.mspId())));
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ChannelConfig read(Config config) {
        try {
            return ChannelConfig.of(CHANNEL, config);
        } catch (ConfigException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress("127.0.0.1", port);
    }

    private static TlsIdentity tls(TestOrganisation organisation) {
        KeyPair keys = Ecdsa.newKeyPair();
        X509Certificate certificate = organisation.authority().issue(new CertificateSpec(
                Subjects.of("tls", List.of()),
                keys.getPublic(),
                Usage.TLS,
                Duration.ofDays(1),
                Map.of(),
                List.of("localhost", "127.0.0.1")));
        return new TlsIdentity(Pem.encode(certificate), Pem.encode(keys.getPrivate()));
    }

    /** Deploys the sample contract under a name, with a server for each organisation. */
    void deploy(ChaincodeDeployment deployment) {
        for (TestOrganisation organisation : organisations) {
            SampleServer server = chaincodes.computeIfAbsent(
                    deployment.name() + organisation.mspId(),
                    key -> SampleServer.start(deployment.chaincodePackage().packageId(), organisation.mspId()));
            settings.get(organisation.mspId())
                    .put(ChaincodeDeployment.addressSetting(deployment.name()), server.address());
        }
        new ChaincodeDeployer(runtime.channels().find(CHANNEL).orElseThrow(), runtime.orderer())
                .deploy(deployment, participants());
        awaitChaincode(deployment.name());
    }

    void awaitChaincode(String name) {
        Awaitility.await()
                .atMost(120, TimeUnit.SECONDS)
                .until(() -> runtime.peers().stream().allMatch(peer -> peer.isReady(CHANNEL, name)));
    }

    private List<Participant> participants() {
        return runtime.peers().stream()
                .map(peer -> new Participant(
                        peer.node().mspId(), admins.get(peer.node().mspId()), List.of(peer.endorser())))
                .toList();
    }

    /** Stops the peers, the orderer and the ledger and starts them again on the same data. */
    void restart() {
        closeClients();
        runtime.close();
        runtime = start();
    }

    NetworkRuntime runtime() {
        return runtime;
    }

    TestOrganisation organisation(String mspId) {
        return organisations.stream().filter(organisation -> organisation.mspId().equals(mspId)).findFirst().orElseThrow();
    }

    SampleServer chaincode(String name, String mspId) {
        return chaincodes.get(name + mspId);
    }

    String address(String mspId) {
        return peer(mspId).node().address();
    }

    private PeerServer peer(String mspId) {
        return runtime.peers().stream().filter(peer -> peer.node().mspId().equals(mspId)).findFirst().orElseThrow();
    }

    /** A gateway client of a member of the organisation at the organisation's own peer. */
    Gateway gateway(String mspId) {
        return gateway(mspId, clients.get(mspId));
    }

    Member client(String mspId) {
        return clients.get(mspId);
    }

    Gateway gateway(String peerMspId, Member member) {
        Gateway gateway = Gateway.newInstance()
                .identity(member.identity())
                .signer(member.signer())
                .hash(Hash.SHA256)
                .connection(channel(peerMspId))
                .connect();
        opened.add(gateway);
        return gateway;
    }

    ManagedChannel channel(String mspId) {
        return channels.computeIfAbsent(mspId, id -> connect(address(id), organisation(id)));
    }

    private static ManagedChannel connect(String address, TestOrganisation organisation) {
        byte[] root = Pem.encode(organisation.authority().certificate()).getBytes(StandardCharsets.US_ASCII);
        try {
            return NettyChannelBuilder.forTarget(address)
                    .sslContext(GrpcSslContexts.forClient().trustManager(new ByteArrayInputStream(root)).build())
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    static ByteString utf8(String text) {
        return ByteString.copyFromUtf8(text);
    }

    private void closeClients() {
        opened.forEach(RunningNetwork::close);
        opened.clear();
        channels.values().forEach(ManagedChannel::shutdownNow);
        channels.clear();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closeClients();
        runtime.close();
        chaincodes.values().forEach(SampleServer::close);
    }
}
