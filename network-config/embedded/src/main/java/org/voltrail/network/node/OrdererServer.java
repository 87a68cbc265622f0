package org.voltrail.network.node;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import org.voltrail.network.orderer.BroadcastService;
import org.voltrail.network.transport.GrpcEndpoint;
import org.voltrail.network.transport.TlsIdentity;

/** The orderer's endpoint. */
public final class OrdererServer implements AutoCloseable {
    private final GrpcEndpoint endpoint;

    OrdererServer(InetSocketAddress listen, TlsIdentity tls, NetworkRuntime network, Clock clock) {
        this.endpoint = GrpcEndpoint.start(
                listen,
                tls,
                List.of(new BroadcastService(network.orderer(), network::feed, clock, network.executor())),
                network.executor());
    }

    /** The port of the orderer's endpoint. */
    public int port() {
        return endpoint.port();
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
