package org.voltrail.client.internal.gateway;

/**
 * A question for a transaction's commit status without its signature.
 *
 * @param transactionId the transaction
 * @param bytes Fabric's {@code CommitStatusRequest}, encoded
 * @param digest what to sign
 */
public record Question(String transactionId, byte[] bytes, byte[] digest) {}
