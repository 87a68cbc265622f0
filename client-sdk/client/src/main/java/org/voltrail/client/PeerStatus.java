package org.voltrail.client;

/**
 * What the client knows about one of its peers.
 *
 * @param name name in the connection profile
 * @param url where it is
 * @param reachable false while its connection fails or it is rested after a failure
 */
public record PeerStatus(String name, String url, boolean reachable) {}
