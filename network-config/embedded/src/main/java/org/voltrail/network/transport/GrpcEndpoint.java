package org.voltrail.network.transport;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** A TLS endpoint with gRPC services. What it does not have it answers with UNIMPLEMENTED and a sentence. */
public final class GrpcEndpoint implements AutoCloseable {
    private static final int MAX_MESSAGE = 100 * 1024 * 1024;
    private static final int SHORTEST_PING_SECONDS = 30;
    private static final int GRACE_SECONDS = 2;

    private final Server server;

    private GrpcEndpoint(Server server) {
        this.server = server;
    }

    /**
     * Starts an endpoint.
     *
     * @param address where to listen; port 0 takes a free one
     * @throws UncheckedIOException when the port cannot be had
     */
    public static GrpcEndpoint start(
            InetSocketAddress address, TlsIdentity tls, List<? extends BindableService> services, Executor executor) {
        NettyServerBuilder builder = NettyServerBuilder.forAddress(address)
                .sslContext(sslContext(tls))
                .executor(executor)
                .maxInboundMessageSize(MAX_MESSAGE)
                .permitKeepAliveTime(SHORTEST_PING_SECONDS, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .fallbackHandlerRegistry(new LeftOutServices());
        services.forEach(builder::addService);
        try {
            return new GrpcEndpoint(builder.build().start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address, e);
        }
    }

    private static SslContext sslContext(TlsIdentity tls) {
        try {
            return GrpcSslContexts.configure(SslContextBuilder.forServer(pem(tls.certificateChain()), pem(tls.privateKey())))
                    .build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("The endpoint's TLS certificate or key cannot be used: " + e.getMessage(), e);
        }
    }

    private static ByteArrayInputStream pem(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The port that the endpoint listens on. */
    public int port() {
        return server.getPort();
    }

    /** Lets calls that are under way finish for a moment, then stops. */
    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow().awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
