package org.voltrail.client.internal.gateway;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * A proposal without its signature.
 *
 * @param transactionId the transaction
 * @param proposal Fabric's {@code Proposal}, encoded
 * @param organisations MSP ids of the organisations that shall endorse or answer; empty if the gateway chooses
 * @param bytes the gateway's {@code ProposedTransaction}, encoded: what off-line signing hands out
 * @param digest what to sign
 */
public record Draft(
        String transactionId, ByteString proposal, List<String> organisations, byte[] bytes, byte[] digest) {}
