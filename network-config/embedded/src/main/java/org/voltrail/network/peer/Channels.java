package org.voltrail.network.peer;

import java.util.Collection;
import java.util.Optional;
import org.voltrail.network.ledger.ChannelLedger;

/** The channels of the network. Thread-safe. */
public interface Channels {
    /** The channel's ledger, or empty where there is no such channel. */
    Optional<ChannelLedger> find(String channelId);

    /** The ledgers of all channels. */
    Collection<ChannelLedger> all();
}
