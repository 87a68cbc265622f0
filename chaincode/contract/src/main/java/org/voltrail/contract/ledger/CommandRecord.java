package org.voltrail.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is remembered of a command, so that repeating it is harmless.
 *
 * @param txId transaction that carried it out
 * @param transaction contract and transaction function
 * @param requestHash hexadecimal SHA-256 of the transaction's argument
 * @param result its answer
 */
record CommandRecord(String txId, String transaction, String requestHash, JsonNode result) {
    boolean repeats(String otherTransaction, String otherHash) {
        return transaction.equals(otherTransaction) && requestHash.equals(otherHash);
    }
}
