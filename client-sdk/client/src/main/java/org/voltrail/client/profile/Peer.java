package org.voltrail.client.profile;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a peer listens.
 *
 * @param name name in the profile
 * @param host host name or address
 * @param port 1 to 65535
 * @param tls whether the URL is {@code grpcs}
 * @param trustedCertificates roots for the peer's TLS certificate; empty without TLS
 * @param expectedHost {@code ssl-target-name-override}: the name to look for in the peer's TLS certificate, if not the host
 * @param keepAlive pause between keep-alive pings while calls are open, {@code grpc.keepalive_time_ms}; two minutes by default, which a
 *     peer's own minimum of one minute allows
 * @param maxMessageBytes largest message to accept, {@code grpc.max_receive_message_length}; 100 MiB by default as on peers
 */
public record Peer(
        String name,
        String host,
        int port,
        boolean tls,
        List<X509Certificate> trustedCertificates,
        @Nullable String expectedHost,
        Duration keepAlive,
        int maxMessageBytes) {
    /** Two minutes. */
    public static final Duration DEFAULT_KEEP_ALIVE = Duration.ofMinutes(2);

    /** 100 MiB. */
    public static final int DEFAULT_MAX_MESSAGE_BYTES = 100 * 1024 * 1024;

    /** Copies the list. */
    public Peer {
        trustedCertificates = List.copyOf(trustedCertificates);
    }

    /** As in the profile. */
    public String url() {
        return (tls ? "grpcs://" : "grpc://") + host + ":" + port;
    }

    /** The name to look for in the peer's TLS certificate, if not the host. */
    public Optional<String> override() {
        return Optional.ofNullable(expectedHost);
    }
}
