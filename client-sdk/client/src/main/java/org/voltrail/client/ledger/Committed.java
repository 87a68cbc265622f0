package org.voltrail.client.ledger;

/**
 * A command that the ledger has carried out.
 *
 * @param result the transaction's answer
 * @param transactionId the valid transaction; the last one if the command was repeated
 * @param blockNumber the block that holds it
 * @param commandId the id under which the ledger knows the command
 * @param attempts transactions that were tried, 1 if the first went through
 * @param <R> type of the answer
 */
public record Committed<R>(R result, String transactionId, long blockNumber, CommandId commandId, int attempts) {}
