package org.voltrail.client.internal.gateway;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.client.PeerStatus;
import org.voltrail.client.profile.Peer;

/**
 * The peers of an organisation in order of preference. Calls go to the first that is well; when it cannot be reached, the same call
 * goes to the next one. A peer that failed is rested and then preferred again.
 */
public final class PeerPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerPool.class);

    private final List<PeerConnection> peers;

    private PeerPool(List<PeerConnection> peers) {
        this.peers = peers;
    }

    /** Connections to peers; none is opened yet. */
    public static PeerPool of(List<Peer> peers, Executor executor) {
        return new PeerPool(peers.stream().map(peer -> new PeerConnection(peer, Channels.open(peer, executor))).toList());
    }

    /** The peer to use now. */
    public PeerConnection best() {
        return pick(Set.of()).orElseThrow();
    }

    /** What is known about each peer. */
    public List<PeerStatus> status() {
        return peers.stream().map(PeerConnection::status).toList();
    }

    /** Makes a call, at one peer after the other until one can be reached. The future fails as the call did at the last one. */
    <T> CompletableFuture<T> call(Function<PeerConnection, ListenableFuture<T>> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        attempt(call, best(), Set.of(), answer);
        return answer;
    }

    private <T> void attempt(
            Function<PeerConnection, ListenableFuture<T>> call,
            PeerConnection peer,
            Set<PeerConnection> tried,
            CompletableFuture<T> answer) {
        Futures.addCallback(call.apply(peer), new FutureCallback<T>() {
            @Override
            public void onSuccess(T result) {
                peer.answered();
                answer.complete(result);
            }

            @Override
            public void onFailure(Throwable failure) {
                next(call, peer, failure, tried, answer);
            }
        }, MoreExecutors.directExecutor());
    }

    private <T> void next(
            Function<PeerConnection, ListenableFuture<T>> call,
            PeerConnection peer,
            Throwable failure,
            Set<PeerConnection> tried,
            CompletableFuture<T> answer) {
        if (!isUnreachable(failure)) {
            peer.answered();
            answer.completeExceptionally(failure);
            return;
        }
        peer.failed();
        Set<PeerConnection> sofar = new HashSet<>(tried);
        sofar.add(peer);
        Optional<PeerConnection> other = pick(sofar);
        LOG.debug("{} cannot be reached, {}", peer, other.map(next -> "trying " + next).orElse("no other is left"));
        other.ifPresentOrElse(next -> attempt(call, next, sofar, answer), () -> answer.completeExceptionally(failure));
    }

    private Optional<PeerConnection> pick(Set<PeerConnection> tried) {
        long now = System.nanoTime();
        for (PeerConnection peer : peers) {
            if (!tried.contains(peer) && !peer.isRested(now) && !peer.isFailing()) {
                return Optional.of(peer);
            }
        }
        return leastBad(tried, now);
    }

    private Optional<PeerConnection> leastBad(Set<PeerConnection> tried, long now) {
        List<PeerConnection> left = peers.stream().filter(peer -> !tried.contains(peer)).toList();
        Optional<PeerConnection> choice = left.stream()
                .filter(peer -> !peer.isRested(now))
                .findFirst()
                .or(() -> left.stream().findFirst());
        choice.ifPresent(PeerConnection::wake);
        return choice;
    }

    /** True if nothing came back from the peer itself: an answer of its own carries details. */
    public static boolean isUnreachable(Throwable failure) {
        return Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE && GatewayFaults.of(failure).isEmpty();
    }

    @Override
    public void close() {
        peers.forEach(PeerConnection::close);
    }
}
