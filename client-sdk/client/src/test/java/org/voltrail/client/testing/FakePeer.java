package org.voltrail.client.testing;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.profile.Peer;

/**
 * A peer's gateway that fails as told, for paths which a healthy network does not show. Each call takes the next of the failures
 * that were scripted for its kind and, when there are none left, goes well.
 */
public final class FakePeer implements AutoCloseable {
    public static final String ANSWER = "{\"text\":\"done\"}";

    private final Queue<StatusRuntimeException> evaluateFailures = new ConcurrentLinkedQueue<>();
    private final Queue<StatusRuntimeException> endorseFailures = new ConcurrentLinkedQueue<>();
    private final Queue<StatusRuntimeException> submitFailures = new ConcurrentLinkedQueue<>();
    private final Queue<Function<CommitStatusRequest, CommitStatusResponse>> commits = new ConcurrentLinkedQueue<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final Queue<String> arguments = new ConcurrentLinkedQueue<>();
    private volatile String answer = ANSWER;
    private final int port;
    private Server server;

    private FakePeer() {
        this.server = start(0);
        this.port = server.getPort();
    }

    public static FakePeer start() {
        return new FakePeer();
    }

    private Server start(int at) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), at))
                    .addService(new Gateway())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Peer peer(String name) {
        return new Peer(name, "localhost", port, false, List.of(), null, Duration.ofMinutes(2), 1 << 20);
    }

    public FakePeer answering(String json) {
        answer = json;
        return this;
    }

    public FakePeer failingEvaluate(StatusRuntimeException... failures) {
        evaluateFailures.addAll(List.of(failures));
        return this;
    }

    public FakePeer failingEndorse(StatusRuntimeException... failures) {
        endorseFailures.addAll(List.of(failures));
        return this;
    }

    public FakePeer failingSubmit(StatusRuntimeException... failures) {
        submitFailures.addAll(List.of(failures));
        return this;
    }

    public FakePeer committing(TxValidationCode... codes) {
        for (TxValidationCode code : codes) {
            commits.add(request -> CommitStatusResponse.newBuilder().setResult(code).setBlockNumber(7).build());
        }
        return this;
    }

    public FakePeer failingCommitStatus(StatusRuntimeException failure) {
        commits.add(request -> {
            throw failure;
        });
        return this;
    }

    /** Calls in order, for example {@code endorse}. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Arguments of the transactions that were proposed, in order. */
    public List<String> arguments() {
        return List.copyOf(arguments);
    }

    public void stop() {
        server.shutdownNow();
        try {
            server.awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void restart() {
        server = start(port);
    }

    @Override
    public void close() {
        stop();
    }

    public static StatusRuntimeException failure(Status.Code code, String message, String... details) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
        for (String detail : details) {
            status.addDetails(Any.pack(ErrorDetail.newBuilder()
                    .setAddress("peer0.example.org:7051")
                    .setMspId("RecyclerMSP")
                    .setMessage(detail)
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    private final class Gateway extends GatewayGrpc.GatewayImplBase {
        @Override
        public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
            log.add("evaluate");
            arguments.add(argument(request.getProposedTransaction()));
            answer(observer, evaluateFailures.poll(), () -> EvaluateResponse.newBuilder().setResult(response()).build());
        }

        @Override
        public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> observer) {
            log.add("endorse");
            arguments.add(argument(request.getProposedTransaction()));
            answer(observer, endorseFailures.poll(), () -> EndorseResponse.newBuilder()
                    .setPreparedTransaction(envelope(request.getProposedTransaction()))
                    .build());
        }

        @Override
        public void submit(SubmitRequest request, StreamObserver<SubmitResponse> observer) {
            log.add("submit");
            answer(observer, submitFailures.poll(), SubmitResponse::getDefaultInstance);
        }

        @Override
        public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> observer) {
            log.add("commitStatus");
            Function<CommitStatusRequest, CommitStatusResponse> next = commits.poll();
            try {
                CommitStatusRequest question = CommitStatusRequest.parseFrom(request.getRequest());
                answer(observer, null, () -> next == null ? valid() : next.apply(question));
            } catch (InvalidProtocolBufferException | StatusRuntimeException e) {
                observer.onError(e);
            }
        }

        private <T> void answer(
                StreamObserver<T> observer, @Nullable StatusRuntimeException failure,
                Supplier<T> message) {
            if (failure != null) {
                observer.onError(failure);
                return;
            }
            observer.onNext(message.get());
            observer.onCompleted();
        }

        private CommitStatusResponse valid() {
            return CommitStatusResponse.newBuilder().setResult(TxValidationCode.VALID).setBlockNumber(42).build();
        }
    }

    private Response response() {
        return Response.newBuilder().setStatus(200).setPayload(ByteString.copyFromUtf8(answer)).build();
    }

    private Envelope envelope(SignedProposal proposal) {
        ChaincodeAction action = ChaincodeAction.newBuilder().setResponse(response()).build();
        ProposalResponsePayload payload =
                ProposalResponsePayload.newBuilder().setExtension(action.toByteString()).build();
        ChaincodeActionPayload actionPayload = ChaincodeActionPayload.newBuilder()
                .setAction(ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(payload.toByteString()))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setPayload(actionPayload.toByteString()))
                .build();
        Payload envelopePayload =
                Payload.newBuilder().setHeader(header(proposal)).setData(transaction.toByteString()).build();
        return Envelope.newBuilder().setPayload(envelopePayload.toByteString()).build();
    }

    private static Header header(SignedProposal proposal) {
        try {
            return Header.parseFrom(Proposal.parseFrom(proposal.getProposalBytes()).getHeader());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String argument(SignedProposal proposal) {
        try {
            ChaincodeProposalPayload payload =
                    ChaincodeProposalPayload.parseFrom(Proposal.parseFrom(proposal.getProposalBytes()).getPayload());
            ChaincodeInvocationSpec spec = ChaincodeInvocationSpec.parseFrom(payload.getInput());
            return spec.getChaincodeSpec().getInput().getArgs(1).toString(StandardCharsets.UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
