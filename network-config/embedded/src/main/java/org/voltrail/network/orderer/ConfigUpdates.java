package org.voltrail.network.orderer;

import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.voltrail.network.channel.ChannelConfig;

/** Applies configuration updates. */
@FunctionalInterface
public interface ConfigUpdates {
    /**
     * The configuration that an update makes of the present one.
     *
     * @param update a CONFIG_UPDATE envelope
     * @throws OrderingException when the update is not authorised or does not fit the present configuration
     */
    ConfigEnvelope propose(ChannelConfig present, Envelope update) throws OrderingException;
}
