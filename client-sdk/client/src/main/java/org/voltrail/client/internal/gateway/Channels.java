package org.voltrail.client.internal.gateway;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import java.security.cert.X509Certificate;
import org.voltrail.client.profile.Peer;
import org.voltrail.client.profile.ProfileException;

/** Makes the connection to a peer. It is opened by the first call. */
final class Channels {
    private static final long KEEP_ALIVE_TIMEOUT_SECONDS = 20;

    private Channels() {}

    static ManagedChannel open(Peer peer, Executor executor) {
        NettyChannelBuilder builder = NettyChannelBuilder.forAddress(peer.host(), peer.port())
                .executor(executor)
                .keepAliveTime(peer.keepAlive().toMillis(), TimeUnit.MILLISECONDS)
                .keepAliveTimeout(KEEP_ALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .maxInboundMessageSize(peer.maxMessageBytes())
                .disableRetry();
        if (peer.tls()) {
            secure(builder, peer);
        } else {
            builder.usePlaintext();
        }
        return builder.build();
    }

    private static void secure(NettyChannelBuilder builder, Peer peer) {
        try {
            X509Certificate[] roots = peer.trustedCertificates().toArray(X509Certificate[]::new);
            builder.sslContext(GrpcSslContexts.forClient().trustManager(roots).build());
            peer.override().ifPresent(builder::overrideAuthority);
        } catch (SSLException e) {
            throw new ProfileException("peers." + peer.name() + ".tlsCACerts", "cannot be used: " + e.getMessage(), e);
        }
    }
}
