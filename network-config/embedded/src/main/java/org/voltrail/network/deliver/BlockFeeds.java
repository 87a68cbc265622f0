package org.voltrail.network.deliver;

import java.util.Optional;

/** The block feeds of the network's channels. */
@FunctionalInterface
public interface BlockFeeds {
    Optional<BlockFeed> find(String channelId);
}
