package org.voltrail.network.organisation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where clients of an organisation reach its servers.
 *
 * @param peers {@code host:port} of its peers, by whole name
 * @param ca {@code host:port} of its certificate authority, or null where it has none
 * @param channels the channels that its peers are in
 */
public record Endpoints(Map<String, String> peers, @Nullable String ca, List<String> channels) {
    public Endpoints {
        peers = Map.copyOf(peers);
        channels = List.copyOf(channels);
    }
}
