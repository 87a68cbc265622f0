package org.voltrail.client.offline;

import org.voltrail.client.ledger.CommandId;

/**
 * A question for the commit status of a submitted transaction that waits for its signature. Goes to
 * {@link OfflineSigning#commitStatus}.
 *
 * @param transactionId the transaction
 * @param commandId the command's id
 * @param result what the transaction answers, provided it is committed
 * @param bytes Fabric's {@code CommitStatusRequest}, encoded
 * @param digest SHA-256 digest to sign with ECDSA (low S, DER)
 * @param <R> type of the answer
 */
public record UnsignedCommitStatus<R>(
        String transactionId, CommandId commandId, R result, byte[] bytes, byte[] digest) {
    /** Copies the arrays. */
    public UnsignedCommitStatus {
        bytes = bytes.clone();
        digest = digest.clone();
    }

    /** What to keep or send, a copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What to sign, a copy. */
    @Override
    public byte[] digest() {
        return digest.clone();
    }
}
