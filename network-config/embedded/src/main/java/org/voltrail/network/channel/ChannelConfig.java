package org.voltrail.network.channel;

import java.util.List;
import org.hyperledger.fabric.protos.common.Config;
import org.voltrail.network.identity.MspManager;
import org.voltrail.network.policy.PolicyManager;

/** One version of a channel's configuration, read from its {@code common.Config}. Immutable and thread-safe. */
public interface ChannelConfig {
    String channelId();

    /** The configuration's sequence number; 0 in the genesis block. */
    long sequence();

    Config config();

    MspManager msps();

    PolicyManager policies();

    /** MSP ids of the application organisations, sorted. */
    List<String> applicationOrganisations();

    /** MSP ids of the orderer organisations, sorted. */
    List<String> ordererOrganisations();

    /** Orderer batch limits: messages, absolute and preferred bytes, and the batch timeout. */
    BatchSettings batch();
}
