package org.voltrail.contract.service;

import java.net.InetSocketAddress;

/**
 * Where one peer finds its chaincode.
 *
 * @param packageId id of the installed package, {@code label:hash}, as the peer knows it
 * @param address to listen at; port 0 takes a free one
 */
public record Endpoint(String packageId, InetSocketAddress address) {
    /**
     * Reads {@code packageId=host:port}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Endpoint parse(String text) {
        int equals = text.lastIndexOf('=');
        int colon = text.lastIndexOf(':');
        if (equals < 1 || colon < equals) {
            throw new IllegalArgumentException("Expected packageId=host:port, not '" + text + "'");
        }
        int port = Integer.parseInt(text.substring(colon + 1));
        return new Endpoint(text.substring(0, equals), new InetSocketAddress(text.substring(equals + 1, colon), port));
    }
}
