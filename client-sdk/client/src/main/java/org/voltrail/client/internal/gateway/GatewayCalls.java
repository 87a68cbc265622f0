package org.voltrail.client.internal.gateway;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.voltrail.client.ledger.CommitException;
import org.voltrail.client.ledger.TransactionException;

/** The gateway's four calls, without blocking. Futures fail with the {@link TransactionException} of the stage. */
public final class GatewayCalls {
    private final PeerPool peers;
    private final Drafts drafts;

    /** Calls at an organisation's peers. */
    public GatewayCalls(PeerPool peers, Drafts drafts) {
        this.peers = peers;
        this.drafts = drafts;
    }

    /** Asks a query. */
    public CompletableFuture<byte[]> evaluate(Draft draft, byte[] signature, Duration deadline) {
        EvaluateRequest request = EvaluateRequest.newBuilder()
                .setTransactionId(draft.transactionId())
                .setChannelId(drafts.channelName())
                .setProposedTransaction(signed(draft, signature))
                .addAllTargetOrganizations(draft.organisations())
                .build();
        return failing(draft.transactionId(), Failures::evaluate, peers.call(peer -> peer.calls()
                        .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                        .evaluate(request)))
                .thenApply(response -> response.getResult().getPayload().toByteArray());
    }

    /** Collects endorsements. */
    public CompletableFuture<Prepared> endorse(Draft draft, byte[] signature, Duration deadline) {
        EndorseRequest request = EndorseRequest.newBuilder()
                .setTransactionId(draft.transactionId())
                .setChannelId(drafts.channelName())
                .setProposedTransaction(signed(draft, signature))
                .addAllEndorsingOrganizations(draft.organisations())
                .build();
        BiFunction<String, Throwable, TransactionException> stage =
                (id, failure) -> Failures.endorse(id, draft.organisations(), failure);
        return failing(draft.transactionId(), stage, peers.call(peer -> peer.calls()
                        .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                        .endorse(request)))
                .thenApply(response -> drafts.transaction(draft.transactionId(), response.getPreparedTransaction()));
    }

    /**
     * Hands a transaction to the orderers. Sending the same one to a second peer when the first cannot be reached is harmless: at most
     * one of them is valid.
     */
    public CompletableFuture<Void> submit(Prepared transaction, byte[] signature, Duration deadline) {
        SubmitRequest request = SubmitRequest.newBuilder()
                .setTransactionId(transaction.transactionId())
                .setChannelId(drafts.channelName())
                .setPreparedTransaction(Envelope.newBuilder()
                        .setPayload(transaction.payload())
                        .setSignature(ByteString.copyFrom(signature)))
                .build();
        return failing(transaction.transactionId(), Failures::submit, peers.call(peer -> peer.calls()
                        .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                        .submit(request)))
                .thenApply(response -> null);
    }

    /**
     * Waits for the commit.
     *
     * @return the number of the block; fails with {@link CommitException} if the transaction is invalid
     */
    public CompletableFuture<Long> commitStatus(Question question, byte[] signature, Duration deadline) {
        SignedCommitStatusRequest request = SignedCommitStatusRequest.newBuilder()
                .setRequest(ByteString.copyFrom(question.bytes()))
                .setSignature(ByteString.copyFrom(signature))
                .build();
        return failing(question.transactionId(), Failures::commitStatus, peers.call(peer -> peer.calls()
                        .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                        .commitStatus(request)))
                .thenApply(response -> block(question.transactionId(), response));
    }

    private static Long block(String transactionId, CommitStatusResponse response) {
        if (response.getResult() != TxValidationCode.VALID) {
            throw new CommitException(transactionId, response.getResult(), response.getBlockNumber());
        }
        return response.getBlockNumber();
    }

    private static SignedProposal signed(Draft draft, byte[] signature) {
        return SignedProposal.newBuilder()
                .setProposalBytes(draft.proposal())
                .setSignature(ByteString.copyFrom(signature))
                .build();
    }

    private static <T> CompletableFuture<T> failing(
            String transactionId, BiFunction<String, Throwable, TransactionException> stage, CompletableFuture<T> call) {
        return call.handle((answer, failure) -> {
            if (failure != null) {
                throw new CompletionException(stage.apply(transactionId, failure));
            }
            return answer;
        });
    }
}
