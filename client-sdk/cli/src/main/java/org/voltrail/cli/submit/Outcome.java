package org.voltrail.cli.submit;

import org.voltrail.client.ledger.Committed;

/**
 * What {@code --json} prints of a command that the ledger carried out.
 *
 * @param result the transaction's answer
 * @param transactionId the transaction
 * @param block the block that holds it
 * @param commandId the id under which the ledger knows the command
 * @param attempts transactions that were tried
 */
record Outcome(Object result, String transactionId, long block, String commandId, int attempts) {

    static Outcome of(Committed<?> committed) {
        return new Outcome(committed.result(), committed.transactionId(), committed.blockNumber(),
                committed.commandId().value(), committed.attempts());
    }
}
