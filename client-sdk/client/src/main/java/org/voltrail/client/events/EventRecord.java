package org.voltrail.client.events;

import org.voltrail.model.LedgerEvent;

/**
 * A chaincode event of a valid transaction.
 *
 * @param block the block that holds the transaction
 * @param transactionId the transaction
 * @param event what happened
 */
public record EventRecord(long block, String transactionId, LedgerEvent event) implements LedgerRecord {
    @Override
    public Position position() {
        return new Position(block, transactionId);
    }
}
