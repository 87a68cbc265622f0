package org.voltrail.client.internal.stream;

import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.internal.gateway.PeerConnection;

/** Opens calls at a given peer. */
interface PeerSource<T extends LedgerRecord> {
    RecordSource.LiveCall open(PeerConnection peer, StartPosition start, RecordSource.Listener<T> listener);
}
