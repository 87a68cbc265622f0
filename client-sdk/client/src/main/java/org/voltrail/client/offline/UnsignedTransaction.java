package org.voltrail.client.offline;

import org.voltrail.client.ledger.CommandId;

/**
 * An endorsed transaction that waits for its signature. Goes to {@link OfflineSigning#submit}.
 *
 * @param transactionId the transaction
 * @param commandId the command's id; for a query an id without meaning
 * @param resultType class of the answer
 * @param bytes what to keep or send to where the key is; the encoding of Fabric Gateway's off-line signing
 * @param digest SHA-256 digest to sign with ECDSA (low S, DER)
 * @param <R> type of the answer
 */
public record UnsignedTransaction<R>(
        String transactionId, CommandId commandId, Class<R> resultType, byte[] bytes, byte[] digest) {
    /** Copies the arrays. */
    public UnsignedTransaction {
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
