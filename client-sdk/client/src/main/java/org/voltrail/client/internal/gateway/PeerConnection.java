package org.voltrail.client.internal.gateway;

import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.profile.Peer;

/** The connection to one peer and what is known of its health. After a failure the peer is rested, longer each time. */
public final class PeerConnection {
    private static final long FIRST_REST_NANOS = Duration.ofMillis(500).toNanos();
    private static final int LONGEST_REST_DOUBLINGS = 5;

    private final Peer peer;
    private final ManagedChannel channel;
    private int failures;
    private long restedUntil;

    PeerConnection(Peer peer, ManagedChannel channel) {
        this.peer = peer;
        this.channel = channel;
    }

    /** Unary calls and chaincode events. */
    public GatewayGrpc.GatewayStub gateway() {
        return GatewayGrpc.newStub(channel);
    }

    /** Unary calls with futures. */
    GatewayGrpc.GatewayFutureStub calls() {
        return GatewayGrpc.newFutureStub(channel);
    }

    /** Block delivery. */
    public DeliverGrpc.DeliverStub deliver() {
        return DeliverGrpc.newStub(channel);
    }

    synchronized boolean isRested(long now) {
        return failures > 0 && now - restedUntil < 0;
    }

    boolean isFailing() {
        return channel.getState(false) == ConnectivityState.TRANSIENT_FAILURE;
    }

    /** Makes a failing connection try again at once instead of after its own pause. */
    void wake() {
        if (isFailing()) {
            channel.resetConnectBackoff();
        }
    }

    /** Notes that the peer could not be reached. */
    public synchronized void failed() {
        long rest = FIRST_REST_NANOS << Math.min(failures, LONGEST_REST_DOUBLINGS);
        failures++;
        restedUntil = System.nanoTime() + rest;
    }

    /** Notes that the peer answered. */
    public synchronized void answered() {
        failures = 0;
    }

    PeerStatus status() {
        return new PeerStatus(peer.name(), peer.url(), !isFailing() && !isRested(System.nanoTime()));
    }

    void close() {
        channel.shutdownNow();
        try {
            channel.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return peer.name() + " (" + peer.url() + ")";
    }
}
