package org.voltrail.client.events;

import org.jspecify.annotations.Nullable;

/**
 * How far a reader has come.
 *
 * @param block number of a block, from 0
 * @param transactionId the transaction of that block whose event was dealt with last; null if the whole block was
 */
public record Position(long block, @Nullable String transactionId) {
    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Position {
        if (block < 0) {
            throw new IllegalArgumentException("There is no block " + block);
        }
    }

    /** All of a block was dealt with. */
    public static Position afterBlock(long block) {
        return new Position(block, null);
    }
}
