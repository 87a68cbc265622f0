package org.voltrail.client.internal.stream;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.StartPosition;

/** Opens calls that deliver records in order. */
interface RecordSource<T extends LedgerRecord> {
    /** Opens a call. Nothing is delivered before it is asked for. */
    LiveCall open(StartPosition start, Listener<T> listener);

    /** A call that is open. */
    interface LiveCall {
        /** Asks for one more message. */
        void request();

        /** Ends the call; its listener hears no more that matters. */
        void cancel();
    }

    /** Hears of one call, one signal at a time. */
    interface Listener<T> {
        /** One message came; it may hold no record. */
        void onMessage(List<T> records);

        /** The call is over. The cause is null if the peer ended it in order. */
        void onEnd(@Nullable Throwable cause);
    }
}
