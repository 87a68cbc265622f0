package org.voltrail.network.chaincode;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection of one peer to one chaincode server: opened when first needed, opened again with growing pauses when it breaks. */
final class ChaincodeConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeConnection.class);
    private static final int MAX_MESSAGE = 100 * 1024 * 1024;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration HANDSHAKE = Duration.ofSeconds(20);

    private final String packageId;
    private final ChaincodeEndpoint endpoint;
    private final ChaincodeStream.ChaincodeCalls calls;
    private final ScheduledExecutorService timer;
    private final ManagedChannel channel;
    private @Nullable ChaincodeStream stream;
    private @Nullable ScheduledFuture<?> retry;
    private CompletableFuture<ChaincodeStream> ready = new CompletableFuture<>();
    private volatile @Nullable ChaincodeStream readyStream;
    private Duration pause = FIRST_PAUSE;
    private String lastWarning = "";
    private boolean closed;

    ChaincodeConnection(
            String packageId, ChaincodeEndpoint endpoint, ChaincodeStream.ChaincodeCalls calls, ScheduledExecutorService timer) {
        this.packageId = packageId;
        this.endpoint = endpoint;
        this.calls = calls;
        this.timer = timer;
        this.channel = channelTo(endpoint);
    }

    private static ManagedChannel channelTo(ChaincodeEndpoint endpoint) {
        NettyChannelBuilder builder = NettyChannelBuilder.forTarget(endpoint.address())
                .directExecutor()
                .maxInboundMessageSize(MAX_MESSAGE)
                .keepAliveTime(90, TimeUnit.SECONDS)
                .keepAliveTimeout(20, TimeUnit.SECONDS);
        ChaincodeEndpoint.Tls tls = endpoint.tls();
        return tls == null ? builder.usePlaintext().build() : secured(builder, tls).build();
    }

    private static NettyChannelBuilder secured(NettyChannelBuilder builder, ChaincodeEndpoint.Tls tls) {
        String serverName = tls.serverName();
        if (serverName != null) {
            builder.overrideAuthority(serverName);
        }
        return builder.sslContext(sslContext(tls));
    }

    private static SslContext sslContext(ChaincodeEndpoint.Tls tls) {
        SslContextBuilder context = GrpcSslContexts.forClient().trustManager(pem(tls.rootCertificate()));
        String certificate = tls.clientCertificate();
        String key = tls.clientKey();
        if (certificate != null && key != null) {
            context.keyManager(pem(certificate), pem(key));
        }
        try {
            return context.build();
        } catch (SSLException e) {
            throw new IllegalArgumentException("The chaincode's TLS settings cannot be used: " + e.getMessage(), e);
        }
    }

    private static ByteArrayInputStream pem(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Opens the stream if it is not open. */
    synchronized void open() {
        if (closed || stream != null) {
            return;
        }
        if (retry != null) {
            retry.cancel(false);
            retry = null;
        }
        Context.ROOT.run(this::openStream);
    }

    /** Runs outside the context of any call that is being served: the stream outlives it. */
    private void openStream() {
        ChaincodeStream opened = new ChaincodeStream(channel, packageId, calls, this::streamEnded);
        stream = opened;
        ScheduledFuture<?> giveUp = timer.schedule(
                () -> opened.cancel("The chaincode server has not registered within %d s".formatted(HANDSHAKE.toSeconds())),
                HANDSHAKE.toSeconds(),
                TimeUnit.SECONDS);
        opened.start().whenComplete((ready, failure) -> {
            giveUp.cancel(false);
            handshakeDone(ready, failure);
        });
    }

    private void handshakeDone(@Nullable ChaincodeStream opened, @Nullable Throwable failure) {
        if (opened != null) {
            LOG.info("Chaincode {} is ready at {}", packageId, endpoint.address());
            nowReady(opened).complete(opened);
        } else if (failure != null) {
            tellOnce(String.valueOf(failure.getMessage()));
        }
    }

    /** A server that is away is warned of once, not at each attempt. */
    private synchronized void tellOnce(String reason) {
        if (!closed && !reason.equals(lastWarning)) {
            lastWarning = reason;
            LOG.warn("Chaincode {} at {} cannot be used yet: {}", packageId, endpoint.address(), reason);
        }
    }

    private synchronized CompletableFuture<ChaincodeStream> nowReady(ChaincodeStream opened) {
        lastWarning = "";
        pause = FIRST_PAUSE;
        readyStream = opened;
        return ready;
    }

    private synchronized void streamEnded() {
        stream = null;
        readyStream = null;
        if (ready.isDone()) {
            ready = new CompletableFuture<>();
        }
        if (!closed) {
            channel.resetConnectBackoff();
            retry = timer.schedule(this::open, pause.toMillis(), TimeUnit.MILLISECONDS);
            Duration doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }

    /** Executes an invocation, waiting for the connection up to the dial timeout. */
    void execute(Execution execution, ChaincodeMessage invocation) {
        ChaincodeStream open = readyStream;
        if (open != null) {
            open.execute(execution, invocation);
            return;
        }
        open();
        whenReady().whenComplete((opened, failure) -> {
            if (failure == null) {
                opened.execute(execution, invocation);
            } else {
                execution.fail(unreachable());
            }
        });
    }

    private CompletableFuture<ChaincodeStream> whenReady() {
        CompletableFuture<ChaincodeStream> waiting;
        synchronized (this) {
            waiting = ready;
        }
        return waiting.copy().orTimeout(endpoint.dialTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private ChaincodeException unreachable() {
        return new ChaincodeException(("could not launch chaincode %1$s: connection to %1$s failed: error cannot create connection for %1$s:"
                        + " error creating grpc connection to %2$s: context deadline exceeded")
                .formatted(packageId, endpoint.address()));
    }

    /** Whether the chaincode has registered and can be invoked. */
    boolean isReady() {
        return readyStream != null;
    }

    void expire(long nowNanos) {
        ChaincodeStream open = readyStream;
        if (open != null) {
            open.expire(nowNanos);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (retry != null) {
            retry.cancel(false);
        }
        if (stream != null) {
            stream.cancel("The peer is stopping");
        }
        channel.shutdownNow();
    }
}
