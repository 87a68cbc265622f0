package org.voltrail.network.ledger;

/** The tables of the database of private data, which nothing can rebuild. */
enum PrivateTable {
    /** Plaintext write sets: block, MSP id, transaction, namespace, collection → write set. */
    WRITES,
    /** Where keys were written: namespace, collection, key hash, block, transaction → key. */
    KEYS,
    /** What expires with a block: block, committing block, transaction, namespace, collection → member MSP ids. */
    EXPIRY,
    /** Endorsed write sets whose block has not come: height and sequence → transaction id and write set. */
    TRANSIENT
}
