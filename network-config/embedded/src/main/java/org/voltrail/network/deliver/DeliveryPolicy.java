package org.voltrail.network.deliver;

import org.voltrail.network.channel.ChannelConfig;

/** Decides who may have blocks. */
@FunctionalInterface
public interface DeliveryPolicy {
    /** Whether the request's signer may read the channel under its present configuration. */
    boolean allows(SeekRequest request, ChannelConfig config);
}
