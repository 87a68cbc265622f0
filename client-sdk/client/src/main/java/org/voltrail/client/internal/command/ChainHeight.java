package org.voltrail.client.internal.command;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Draft;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.GatewayCalls;
import org.voltrail.client.ledger.UnreadableAnswerException;

/** Asks a peer how long its chain is, through the system chaincode for queries. */
public final class ChainHeight {
    private final LedgerIdentity identity;
    private final Drafts drafts;
    private final GatewayCalls calls;
    private final Duration deadline;

    /** Questions in an identity's name. */
    public ChainHeight(LedgerIdentity identity, Drafts drafts, GatewayCalls calls, Duration deadline) {
        this.identity = identity;
        this.drafts = drafts;
        this.calls = calls;
        this.deadline = deadline;
    }

    /** The number of blocks, which is the number of the block to come. */
    public CompletionStage<Long> get() {
        Draft draft = drafts.system("qscc", "GetChainInfo", drafts.channelName().getBytes(StandardCharsets.UTF_8));
        return Stages.unwrapped(calls.evaluate(draft, identity.sign(draft.digest()), deadline)
                .thenApply(answer -> height(draft.transactionId(), answer)));
    }

    private static Long height(String transactionId, byte[] answer) {
        try {
            return BlockchainInfo.parseFrom(answer).getHeight();
        } catch (InvalidProtocolBufferException e) {
            throw new UnreadableAnswerException(transactionId, BlockchainInfo.class, e);
        }
    }
}
