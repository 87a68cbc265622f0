package org.voltrail.network.validation;

import java.util.List;

/**
 * A block's transactions, each with its verdict, and what the valid ones change.
 *
 * @param transactions in block order
 * @param updates the changes of the public and the hashed state
 */
public record ValidatedBlock(List<CheckedTransaction> transactions, StateUpdates updates) {
    /** The transactions filter: one validation code a transaction. */
    public byte[] filter() {
        byte[] filter = new byte[transactions.size()];
        transactions.forEach(tx -> filter[tx.index()] = (byte) tx.code().getNumber());
        return filter;
    }
}
