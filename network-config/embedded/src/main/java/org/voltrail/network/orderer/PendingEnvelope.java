package org.voltrail.network.orderer;

import org.hyperledger.fabric.protos.common.Envelope;
import org.voltrail.network.channel.ChannelConfig;

/**
 * An envelope that waits for its block.
 *
 * @param checkedAgainst the configuration that it was checked against
 * @param isConfig whether it is a CONFIG envelope, which takes a block of its own
 */
record PendingEnvelope(Envelope envelope, ChannelConfig checkedAgainst, boolean isConfig) {
    long size() {
        return (long) envelope.getPayload().size() + envelope.getSignature().size();
    }
}
