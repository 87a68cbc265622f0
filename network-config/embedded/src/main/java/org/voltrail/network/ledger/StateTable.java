package org.voltrail.network.ledger;

/** The tables of the database that can be rebuilt from the blocks. */
enum StateTable {
    /** Public state: namespace, key → value. */
    PUBLIC,
    /** Hashed private state: namespace, collection, key hash → value hash. */
    HASHED,
    /** Private state: MSP id, namespace, collection, key → value. */
    PRIVATE,
    /** What expires with a block: block, namespace, collection, key hash, committing block → key where it is known. */
    EXPIRY,
    /** History: namespace, key, block and transaction descending → where the transaction stands. */
    HISTORY,
    /** Blocks by number and by hash. */
    BLOCKS,
    /** Transactions by id. */
    TRANSACTIONS,
    /** The save point. */
    SAVEPOINT
}
