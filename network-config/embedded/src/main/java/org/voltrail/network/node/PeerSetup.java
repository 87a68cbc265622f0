package org.voltrail.network.node;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.voltrail.network.peer.PeerNode;
import org.voltrail.network.transport.TlsIdentity;

/**
 * What a peer needs to start.
 *
 * @param node who it is and where others reach it
 * @param listen where it listens
 * @param tls its TLS identity
 * @param packages the folder of its installed chaincode packages
 * @param settings what templates in a chaincode's {@code connection.json} are filled in from; may change while the peer runs
 */
public record PeerSetup(
        PeerNode node, InetSocketAddress listen, TlsIdentity tls, Path packages, Map<String, String> settings) {}
