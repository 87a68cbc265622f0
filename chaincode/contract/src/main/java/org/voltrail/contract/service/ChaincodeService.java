package org.voltrail.contract.service;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.contract.Contracts;
import org.voltrail.contract.ledger.Dispatcher;
import org.voltrail.contract.ledger.TimeGuard;

/**
 * Serves the chaincode to peers: one server for each, as Fabric's chaincode-as-a-service wants it, all in this process. Each
 * connection gets a shim of its own, so that a peer may come back after a break. Thread-safe.
 *
 * <pre>{@code
 * try (ChaincodeService service = ChaincodeService.start(List.of(Endpoint.parse("voltrail_1:ab12=127.0.0.1:9999")), null)) {
 *     service.awaitTermination();
 * }
 * }</pre>
 */
public final class ChaincodeService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeService.class);
    private static final int MESSAGE_MAX_BYTES = 100 * 1024 * 1024;
    private static final int GRACE_SECONDS = 5;

    /** How far a transaction's time may be from this machine's clock, unless told otherwise: one hour. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

    private final List<Server> servers = new ArrayList<>();

    private ChaincodeService() {}

    /**
     * Starts servers, one for each endpoint.
     *
     * @param tls key material for all of them, null for plain text
     * @throws IOException if an address cannot be bound or a file cannot be read; then none is running
     */
    public static ChaincodeService start(List<Endpoint> endpoints, @Nullable TlsFiles tls) throws IOException {
        return start(endpoints, tls, CLOCK_TOLERANCE);
    }

    /**
     * Starts servers that endorse transactions whose time is near enough to this machine's clock.
     *
     * @param clockTolerance how far a transaction's time may be from this machine's clock; zero for any
     */
    public static ChaincodeService start(List<Endpoint> endpoints, @Nullable TlsFiles tls, Duration clockTolerance) throws IOException {
        ShimLogging.quieten();
        Dispatcher dispatcher = new Dispatcher(Contracts.all(), timeGuard(clockTolerance));
        ChaincodeService service = new ChaincodeService();
        try {
            for (Endpoint endpoint : endpoints) {
                service.servers.add(server(endpoint, tls, dispatcher).start());
                LOG.info("Chaincode {} listens at {}", endpoint.packageId(), service.servers.get(service.servers.size() - 1).getPort());
            }
            return service;
        } catch (IOException | RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static TimeGuard timeGuard(Duration tolerance) {
        return tolerance.isZero() ? TimeGuard.NONE : TimeGuard.within(tolerance, Instant::now);
    }

    private static Server server(Endpoint endpoint, @Nullable TlsFiles tls, Dispatcher dispatcher) throws SSLException {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(endpoint.address())
                .directExecutor()
                .maxInboundMessageSize(MESSAGE_MAX_BYTES)
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(new PeerFacing(endpoint.packageId(), dispatcher));
        if (tls != null) {
            builder.sslContext(GrpcSslContexts.configure(context(tls)).build());
        }
        return builder.build();
    }

    private static SslContextBuilder context(TlsFiles tls) {
        SslContextBuilder context = SslContextBuilder.forServer(tls.certificate().toFile(), tls.key().toFile());
        return tls.clientRoots() == null
                ? context
                : context.clientAuth(ClientAuth.REQUIRE).trustManager(tls.clientRoots().toFile());
    }

    private static final class PeerFacing extends ChaincodeGrpc.ChaincodeImplBase {
        private final String packageId;
        private final Dispatcher dispatcher;

        PeerFacing(String packageId, Dispatcher dispatcher) {
            this.packageId = packageId;
            this.dispatcher = dispatcher;
        }

        @Override
        public StreamObserver<ChaincodeMessage> connect(StreamObserver<ChaincodeMessage> toPeer) {
            survive((ServerCallStreamObserver<ChaincodeMessage>) toPeer);
            return new PeerChaincode(packageId, dispatcher).connect(toPeer);
        }
    }

    /** Sending to a peer that has gone is not an error: with a handler gRPC does not throw, and the shim would not release its lock. */
    private static void survive(ServerCallStreamObserver<ChaincodeMessage> toPeer) {
        toPeer.setOnCancelHandler(() -> LOG.info("A peer has gone"));
    }

    /** Addresses at which the servers listen, in the order of the endpoints. */
    public List<InetSocketAddress> addresses() {
        return servers.stream().map(server -> (InetSocketAddress) server.getListenSockets().get(0)).toList();
    }

    /** Waits until the service is closed. */
    public void awaitTermination() throws InterruptedException {
        for (Server server : servers) {
            server.awaitTermination();
        }
    }

    /** Stops: streams are cut after a second, as peers keep them open for ever. */
    @Override
    public void close() {
        servers.forEach(Server::shutdown);
        servers.forEach(ChaincodeService::stop);
    }

    private static void stop(Server server) {
        try {
            if (!server.awaitTermination(1, TimeUnit.SECONDS)) {
                server.shutdownNow();
                server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
