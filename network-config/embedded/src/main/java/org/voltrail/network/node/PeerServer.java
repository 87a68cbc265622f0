package org.voltrail.network.node;

import io.grpc.BindableService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.chaincode.ChaincodeException;
import org.voltrail.network.chaincode.ChaincodeRuntime;
import org.voltrail.network.chaincode.RunnableChaincode;
import org.voltrail.network.deliver.CommittedBlock;
import org.voltrail.network.deliver.DeliverService;
import org.voltrail.network.discovery.DiscoveryService;
import org.voltrail.network.endorser.Endorser;
import org.voltrail.network.endorser.EndorserService;
import org.voltrail.network.gateway.EndorsementPlanner;
import org.voltrail.network.gateway.EndorsingPeer;
import org.voltrail.network.gateway.GatewayService;
import org.voltrail.network.lifecycle.ChaincodeCatalogue;
import org.voltrail.network.lifecycle.LifecycleChaincode;
import org.voltrail.network.lifecycle.LifecycleException;
import org.voltrail.network.lifecycle.PackageStore;
import org.voltrail.network.peer.PeerNode;
import org.voltrail.network.system.ConfigQueries;
import org.voltrail.network.system.LedgerQueries;
import org.voltrail.network.system.LeftOutChaincode;
import org.voltrail.network.transport.GrpcEndpoint;

/** A running peer: its chaincodes, its endorser, and its endpoint with all services that clients use. */
public final class PeerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerServer.class);
    private static final String LIFECYCLE = "_lifecycle";

    private final EndorsingPeer peer;
    private final ChaincodeRuntime chaincodes;
    private final NetworkRuntime network;
    private final GrpcEndpoint endpoint;

    PeerServer(PeerSetup setup, NetworkRuntime network, Clock clock, Duration chaincodeTimeout) throws LifecycleException {
        PeerNode node = setup.node();
        this.network = network;
        AccessControl access = new AccessControl(node.mspId());
        ChaincodeCatalogue catalogue =
                new ChaincodeCatalogue(node.mspId(), network.channels(), new PackageStore(setup.packages()), setup.settings());
        this.chaincodes = new ChaincodeRuntime(
                node.mspId(),
                network.channels(),
                access,
                catalogue,
                List.of(
                        new LifecycleChaincode(node.mspId(), network.channels(), access, catalogue),
                        new LedgerQueries(network.channels(), access),
                        new ConfigQueries(network.channels(), access),
                        LeftOutChaincode.LEGACY_LIFECYCLE),
                chaincodeTimeout);
        this.peer = new EndorsingPeer(node, new Endorser(node, network.channels(), access, chaincodes, catalogue, clock), catalogue);
        this.endpoint = GrpcEndpoint.start(setup.listen(), setup.tls(), services(access, clock), network.executor());
        prepareChaincodes();
    }

    private List<BindableService> services(AccessControl access, Clock clock) {
        String mspId = peer.mspId();
        EndorsementPlanner planner =
                new EndorsementPlanner(peer, network::endorsingPeers, network.channels(), chaincodes::isSystemChaincode);
        return List.of(
                new EndorserService(peer.endorser()),
                new GatewayService(
                        planner, network.channels(), network::feed, network.notifiers(), network.orderer(), access, network.executor()),
                new DeliverService(network::feed, mspId, access, clock, network.executor()),
                new DiscoveryService(mspId, network.channels(), network::endorsingPeers, planner));
    }

    EndorsingPeer peer() {
        return peer;
    }

    public PeerNode node() {
        return peer.node();
    }

    public Endorser endorser() {
        return peer.endorser();
    }

    /** The port of the peer's endpoint. */
    public int port() {
        return endpoint.port();
    }

    /** Whether a chaincode that the peer can run on the channel is connected. */
    public boolean isReady(String channelId, String chaincode) {
        return peer.catalogue().runnable(channelId).stream()
                .filter(known -> known.name().equals(chaincode))
                .anyMatch(known -> chaincodes.isReady(known.packageId()));
    }

    /** Looks at the lifecycle anew when a block has changed it. */
    void committed(CommittedBlock block) {
        if (block.transactions().stream().anyMatch(transaction -> transaction.invokes(LIFECYCLE))) {
            peer.catalogue().refresh();
            prepareChaincodes();
        }
    }

    /** Connects to the servers of the chaincodes that the peer can run, so that the first transaction need not wait. */
    private void prepareChaincodes() {
        network.channels().all().forEach(ledger -> peer.catalogue().runnable(ledger.channelId()).forEach(this::prepare));
    }

    private void prepare(RunnableChaincode chaincode) {
        try {
            chaincodes.prepare(chaincode.packageId());
        } catch (ChaincodeException e) {
            LOG.warn("{} cannot connect to chaincode {}: {}", node().name(), chaincode.name(), e.getMessage());
        }
    }

    /** Has the chaincode's server looked up and connected anew, after its address has changed. */
    public void reconnect(String packageId) {
        chaincodes.forget(packageId);
        prepareChaincodes();
    }

    @Override
    public void close() {
        endpoint.close();
        chaincodes.close();
    }
}
