package org.voltrail.network.validation;

import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.lifecycle.ChaincodeDefinitions;

/** What a block is validated against: everything as of the block before it. Thread-safe. */
public interface ValidationContext {
    /** The channel's configuration. */
    ChannelConfig config();

    /** The committed state. */
    CommittedState state();

    /** The chaincode definitions in the committed state. */
    ChaincodeDefinitions definitions();

    /** Whether a committed block holds a transaction with this id, valid or not. */
    boolean hasTransaction(String txId);
}
