package org.voltrail.client.offline;

import org.voltrail.client.ledger.CommandId;

/**
 * A proposal that waits for its signature. With it the transaction can be endorsed, or a query answered. Goes to {@link OfflineSigning#endorse}.
 *
 * @param transactionId the transaction
 * @param commandId the command's id; for a query an id without meaning
 * @param resultType class of the answer
 * @param bytes what to keep or send to where the key is; the encoding of Fabric Gateway's off-line signing
 * @param digest SHA-256 digest to sign with ECDSA (low S, DER)
 * @param <R> type of the answer
 */
public record UnsignedProposal<R>(
        String transactionId, CommandId commandId, Class<R> resultType, byte[] bytes, byte[] digest) {
    /** Copies the arrays. */
    public UnsignedProposal {
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
