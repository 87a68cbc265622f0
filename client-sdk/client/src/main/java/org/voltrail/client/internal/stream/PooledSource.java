package org.voltrail.client.internal.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.internal.gateway.PeerConnection;
import org.voltrail.client.internal.gateway.PeerPool;

/** Opens calls at the peer that is best now, and notes whether it can be reached. */
final class PooledSource<T extends LedgerRecord> implements RecordSource<T> {
    private final PeerPool peers;
    private final PeerSource<T> source;

    PooledSource(PeerPool peers, PeerSource<T> source) {
        this.peers = peers;
        this.source = source;
    }

    @Override
    public LiveCall open(StartPosition start, Listener<T> listener) {
        PeerConnection peer = peers.best();
        return source.open(peer, start, new Listener<>() {
            @Override
            public void onMessage(List<T> records) {
                peer.answered();
                listener.onMessage(records);
            }

            @Override
            public void onEnd(@Nullable Throwable cause) {
                if (cause != null && PeerPool.isUnreachable(cause)) {
                    peer.failed();
                }
                listener.onEnd(cause);
            }
        });
    }
}
