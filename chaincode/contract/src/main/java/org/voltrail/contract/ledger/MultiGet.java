package org.voltrail.contract.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads many keys in one round trip to the peer, where peer and connection can do that. */
@FunctionalInterface
public interface MultiGet {
    /** Cannot do it. */
    MultiGet NONE = (channelId, txId, keys) -> null;

    /**
     * Reads the keys' values for a transaction that is being simulated.
     *
     * @return the values in the order of the keys, empty arrays where there is none; null if it cannot be done this way
     */
    @Nullable List<byte[]> get(String channelId, String txId, List<String> keys);
}
