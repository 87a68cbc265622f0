package org.voltrail.client.internal.gateway;

import com.google.protobuf.ByteString;

/**
 * An endorsed transaction without its signature.
 *
 * @param transactionId the transaction
 * @param payload the envelope's payload
 * @param result what the chaincode answered
 * @param bytes the gateway's {@code PreparedTransaction}, encoded: what off-line signing hands out
 * @param digest what to sign
 */
public record Prepared(String transactionId, ByteString payload, byte[] result, byte[] bytes, byte[] digest) {}
