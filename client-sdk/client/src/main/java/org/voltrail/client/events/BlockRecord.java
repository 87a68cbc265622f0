package org.voltrail.client.events;

import org.hyperledger.fabric.protos.common.Block;

/**
 * A block as the peer delivers it, its metadata with the peers' verdict on each transaction included.
 *
 * @param block its number
 * @param content header, envelopes and metadata in Fabric's encoding
 */
public record BlockRecord(long block, Block content) implements LedgerRecord {
    @Override
    public Position position() {
        return Position.afterBlock(block);
    }
}
