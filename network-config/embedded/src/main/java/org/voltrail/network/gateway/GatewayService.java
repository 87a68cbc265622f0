package org.voltrail.network.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.deliver.BlockFeed;
import org.voltrail.network.deliver.BlockFeeds;
import org.voltrail.network.endorser.MalformedProposalException;
import org.voltrail.network.endorser.UnpackedProposal;
import org.voltrail.network.ledger.TransactionStatus;
import org.voltrail.network.orderer.Orderer;
import org.voltrail.network.peer.Channels;
import org.voltrail.network.policy.SignedData;

/** The gRPC service {@code gateway.Gateway} of one peer. No thread waits for an endorsement or a commit. */
public final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private final EndorsementPlanner planner;
    private final Channels channels;
    private final BlockFeeds feeds;
    private final Map<String, CommitNotifier> notifiers;
    private final Orderer orderer;
    private final AccessControl access;
    private final Executor executor;

    /**
     * The gateway of a peer.
     *
     * @param notifiers the commit notifier of each channel; may grow
     * @param executor where event streams run
     */
    public GatewayService(
            EndorsementPlanner planner,
            Channels channels,
            BlockFeeds feeds,
            Map<String, CommitNotifier> notifiers,
            Orderer orderer,
            AccessControl access,
            Executor executor) {
        this.planner = planner;
        this.channels = channels;
        this.feeds = feeds;
        this.notifiers = notifiers;
        this.orderer = orderer;
        this.access = access;
        this.executor = executor;
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
        try {
            UnpackedProposal proposal = evaluable(request.getProposedTransaction());
            checkChannel(proposal.channelId());
            new Evaluating(planner, proposal)
                    .start(request.getTargetOrganizationsList())
                    .whenComplete((response, failure) -> finish(observer, failure, () ->
                            EvaluateResponse.newBuilder().setResult(response).build()));
        } catch (GatewayException e) {
            observer.onError(e.toGrpc());
        }
    }

    private static UnpackedProposal evaluable(SignedProposal signedProposal) throws GatewayException {
        try {
            require(!signedProposal.getProposalBytes().isEmpty(), "a signed proposal is required");
            UnpackedProposal proposal = UnpackedProposal.of(signedProposal);
            require(!proposal.channelId().isEmpty(), "no channel id provided");
            return proposal;
        } catch (MalformedProposalException | GatewayException e) {
            throw new GatewayException(Status.Code.INVALID_ARGUMENT, "failed to unpack transaction proposal: " + e.getMessage());
        }
    }

    private void checkChannel(String channelId) throws GatewayException {
        if (channels.find(channelId).isEmpty()) {
            throw new GatewayException(Status.Code.UNAVAILABLE, noConfig(channelId));
        }
    }

    private static String noConfig(String channelId) {
        return "failed to get config for channel [%1$s]: could not get last config for channel %1$s".formatted(channelId);
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
        try {
            UnpackedProposal proposal = endorsable(request.getProposedTransaction());
            new Endorsing(planner, proposal, request.getEndorsingOrganizationsList())
                    .start()
                    .whenComplete((transaction, failure) -> finish(observer, failure, () ->
                            EndorseResponse.newBuilder().setPreparedTransaction(transaction).build()));
        } catch (GatewayException e) {
            observer.onError(e.toGrpc());
        }
    }

    private static UnpackedProposal endorsable(SignedProposal signedProposal) throws GatewayException {
        require(!signedProposal.getProposalBytes().isEmpty(), "the proposed transaction must contain a signed proposal");
        try {
            return UnpackedProposal.of(signedProposal);
        } catch (MalformedProposalException e) {
            throw new GatewayException(Status.Code.INVALID_ARGUMENT, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
        try {
            require(request.hasPreparedTransaction(), "a prepared transaction is required");
            require(!request.getPreparedTransaction().getSignature().isEmpty(), "prepared transaction must be signed");
            if (channels.find(request.getChannelId()).isEmpty()) {
                throw new GatewayException(Status.Code.FAILED_PRECONDITION, noConfig(request.getChannelId()));
            }
            check(orderer.broadcast(request.getPreparedTransaction()));
            observer.onNext(SubmitResponse.getDefaultInstance());
            observer.onCompleted();
        } catch (GatewayException e) {
            observer.onError(e.toGrpc());
        }
    }

    private static void check(BroadcastResponse response) throws GatewayException {
        int status = response.getStatusValue();
        if (status >= 400 && status < 500) {
            throw new GatewayException(
                    Status.Code.ABORTED,
                    "received unsuccessful response from orderer: status=%s, info=%s".formatted(response.getStatus(), response.getInfo()));
        }
        if (status != org.hyperledger.fabric.protos.common.Status.SUCCESS_VALUE) {
            throw new GatewayException(Status.Code.UNAVAILABLE, "no orderers could successfully process transaction");
        }
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest signedRequest, StreamObserver<CommitStatusResponse> observer) {
        try {
            CommitStatusRequest request = commitStatusRequest(signedRequest);
            checkAccess(
                    Resource.COMMIT_STATUS,
                    request.getChannelId(),
                    new SignedData(
                            signedRequest.getRequest().toByteArray(),
                            request.getIdentity(),
                            signedRequest.getSignature().toByteArray()));
            awaitCommit(request, (ServerCallStreamObserver<CommitStatusResponse>) observer);
        } catch (GatewayException e) {
            observer.onError(e.toGrpc());
        }
    }

    private static CommitStatusRequest commitStatusRequest(SignedCommitStatusRequest signedRequest) throws GatewayException {
        require(!signedRequest.getRequest().isEmpty(), "a commit status request is required");
        CommitStatusRequest request;
        try {
            request = CommitStatusRequest.parseFrom(signedRequest.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw new GatewayException(Status.Code.INVALID_ARGUMENT, "invalid status request: " + e.getMessage());
        }
        require(!request.getIdentity().isEmpty(), "no identity provided");
        require(!request.getChannelId().isEmpty(), "no channel ID provided");
        require(!request.getTransactionId().isEmpty(), "transaction ID should not be empty");
        return request;
    }

    private void awaitCommit(CommitStatusRequest request, ServerCallStreamObserver<CommitStatusResponse> observer) throws GatewayException {
        CommitNotifier notifier = notifiers.get(request.getChannelId());
        if (notifier == null) {
            throw new GatewayException(Status.Code.ABORTED, "channel does not exist: " + request.getChannelId());
        }
        Pending pending = new Pending();
        observer.setOnCancelHandler(pending::cancel);
        pending.subscription = notifier.subscribe(request.getTransactionId(), status -> tell(observer, status));
        if (observer.isCancelled()) {
            pending.cancel();
        }
    }

    private static void tell(ServerCallStreamObserver<CommitStatusResponse> observer, TransactionStatus status) {
        observer.onNext(CommitStatusResponse.newBuilder()
                .setResult(status.code())
                .setBlockNumber(status.blockNumber())
                .build());
        observer.onCompleted();
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest signedRequest, StreamObserver<ChaincodeEventsResponse> observer) {
        try {
            ChaincodeEventsRequest request = eventsRequest(signedRequest);
            checkAccess(
                    Resource.CHAINCODE_EVENTS,
                    request.getChannelId(),
                    new SignedData(
                            signedRequest.getRequest().toByteArray(),
                            request.getIdentity(),
                            signedRequest.getSignature().toByteArray()));
            BlockFeed feed = feeds.find(request.getChannelId())
                    .orElseThrow(() ->
                            new GatewayException(Status.Code.NOT_FOUND, "channel does not exist: " + request.getChannelId()));
            ChaincodeEventStream.start(request, feed, executor, (ServerCallStreamObserver<ChaincodeEventsResponse>) observer);
        } catch (GatewayException e) {
            observer.onError(e.toGrpc());
        }
    }

    private static ChaincodeEventsRequest eventsRequest(SignedChaincodeEventsRequest signedRequest) throws GatewayException {
        require(!signedRequest.getRequest().isEmpty(), "a chaincode events request is required");
        try {
            return ChaincodeEventsRequest.parseFrom(signedRequest.getRequest());
        } catch (InvalidProtocolBufferException e) {
            throw new GatewayException(Status.Code.INVALID_ARGUMENT, "invalid chaincode events request: " + e.getMessage());
        }
    }

    private void checkAccess(Resource resource, String channelId, SignedData signedData) throws GatewayException {
        try {
            ChannelConfig config = channels.find(channelId)
                    .orElseThrow(() ->
                            new AccessDeniedException("Failed to get policy manager for channel [%s]".formatted(channelId)))
                    .config();
            access.check(resource, config, signedData);
        } catch (AccessDeniedException e) {
            throw new GatewayException(Status.Code.PERMISSION_DENIED, String.valueOf(e.getMessage()));
        }
    }

    private static void require(boolean condition, String message) throws GatewayException {
        if (!condition) {
            throw new GatewayException(Status.Code.INVALID_ARGUMENT, message);
        }
    }

    private static <T> void finish(StreamObserver<T> observer, @Nullable Throwable failure, Supplier<T> response) {
        if (failure == null) {
            observer.onNext(response.get());
            observer.onCompleted();
        } else {
            observer.onError(grpc(failure));
        }
    }

    private static Throwable grpc(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof GatewayException known
                ? known.toGrpc()
                : Status.INTERNAL.withDescription(cause.toString()).asRuntimeException();
    }

    /** A commit status call that waits. */
    private static final class Pending {
        private volatile CommitNotifier.@Nullable Subscription subscription;

        void cancel() {
            CommitNotifier.Subscription known = subscription;
            if (known != null) {
                known.cancel();
            }
        }
    }
}
