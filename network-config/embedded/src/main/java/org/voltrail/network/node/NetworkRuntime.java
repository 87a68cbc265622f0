package org.voltrail.network.node;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.deliver.BlockFeed;
import org.voltrail.network.gateway.CommitNotifier;
import org.voltrail.network.gateway.EndorsingPeer;
import org.voltrail.network.identity.SigningIdentity;
import org.voltrail.network.ledger.ChannelLedger;
import org.voltrail.network.lifecycle.LifecycleException;
import org.voltrail.network.orderer.Orderer;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.transport.TlsIdentity;

/** All that runs: channels first, then the orderer and the peers. Closing stops them in the opposite order. */
public final class NetworkRuntime implements AutoCloseable {
    private static final int THREADS_FOR_EACH_PROCESSOR = 2;
    private static final long STOP_SECONDS = 5;

    private final Clock clock;
    private final Duration chaincodeTimeout;
    private final ExecutorService executor;
    private final Map<String, ChannelNode> channels = new ConcurrentHashMap<>();
    private final Map<String, CommitNotifier> notifiers = new ConcurrentHashMap<>();
    private final Orderer orderer = new Orderer();
    private final List<PeerServer> peers = new CopyOnWriteArrayList<>();
    private final Channels view = new View();
    private volatile List<EndorsingPeer> endorsingPeers = List.of();
    private @Nullable OrdererServer ordererServer;

    /**
     * An empty runtime.
     *
     * @param chaincodeTimeout how long a chaincode may take for one execution
     */
    public NetworkRuntime(Clock clock, Duration chaincodeTimeout) {
        this.clock = clock;
        this.chaincodeTimeout = chaincodeTimeout;
        this.executor = new ForkJoinPool(
                Math.max(4, THREADS_FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors()),
                ForkJoinPool.defaultForkJoinWorkerThreadFactory,
                null,
                true);
    }

    /** Begins to order a channel; the runtime closes its ledger. */
    public void addChannel(ChannelLedger ledger, SigningIdentity ordererIdentity) {
        ChannelNode node = new ChannelNode(ledger, ordererIdentity, clock);
        channels.put(ledger.channelId(), node);
        notifiers.put(ledger.channelId(), node.notifier());
        orderer.add(node.orderer());
        node.feed().addListener(block -> peers.forEach(peer -> peer.committed(block)));
    }

    /** Starts the orderer's endpoint. */
    public OrdererServer startOrderer(InetSocketAddress listen, TlsIdentity tls) {
        OrdererServer started = new OrdererServer(listen, tls, this, clock);
        ordererServer = started;
        return started;
    }

    /**
     * Starts a peer on all channels.
     *
     * @throws LifecycleException when a chaincode package that was installed on it cannot be read
     */
    public PeerServer startPeer(PeerSetup setup) throws LifecycleException {
        PeerServer started = new PeerServer(setup, this, clock, chaincodeTimeout);
        peers.add(started);
        endorsingPeers = peers.stream().map(PeerServer::peer).toList();
        return started;
    }

    /** The peers that run. */
    public List<PeerServer> peers() {
        return List.copyOf(peers);
    }

    public Channels channels() {
        return view;
    }

    public Orderer orderer() {
        return orderer;
    }

    List<EndorsingPeer> endorsingPeers() {
        return endorsingPeers;
    }

    Map<String, CommitNotifier> notifiers() {
        return notifiers;
    }

    Optional<BlockFeed> feed(String channelId) {
        return Optional.ofNullable(channels.get(channelId)).map(ChannelNode::feed);
    }

    ExecutorService executor() {
        return executor;
    }

    @Override
    public void close() {
        new ArrayList<>(peers).forEach(PeerServer::close);
        if (ordererServer != null) {
            ordererServer.close();
        }
        channels.values().forEach(ChannelNode::close);
        executor.shutdown();
        try {
            executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class View implements Channels {
        @Override
        public Optional<ChannelLedger> find(String channelId) {
            return Optional.ofNullable(channels.get(channelId)).map(ChannelNode::ledger);
        }

        @Override
        public Collection<ChannelLedger> all() {
            return channels.values().stream().map(ChannelNode::ledger).toList();
        }
    }
}
