package org.voltrail.network.chaincode;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a chaincode server listens and how to reach it: the content of a chaincode package's {@code connection.json}.
 *
 * @param address {@code host:port}
 * @param dialTimeout how long a transaction waits for the connection to come up
 * @param tls how to secure the connection, or null for plain text
 */
public record ChaincodeEndpoint(String address, Duration dialTimeout, @Nullable Tls tls) {
    /** The dial timeout where none is given. */
    public static final Duration DEFAULT_DIAL_TIMEOUT = Duration.ofSeconds(3);

    /** A plain-text endpoint with the default dial timeout. */
    public static ChaincodeEndpoint plainText(String address) {
        return new ChaincodeEndpoint(address, DEFAULT_DIAL_TIMEOUT, null);
    }

    /**
     * TLS towards a chaincode server; all texts are PEM.
     *
     * @param rootCertificate the certificate authority of the server's certificate
     * @param clientCertificate this peer's certificate where the server asks for one
     * @param clientKey its key
     * @param serverName the name to check the server's certificate against in place of the address's host
     */
    public record Tls(
            String rootCertificate,
            @Nullable String clientCertificate,
            @Nullable String clientKey,
            @Nullable String serverName) {}
}
