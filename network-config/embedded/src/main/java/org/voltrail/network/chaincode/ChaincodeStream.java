package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.ledger.LedgerException;

/**
 * One stream to a chaincode server, over which any number of executions run at once. Messages are handled on the thread that
 * brings them: a state request costs no change of thread.
 */
final class ChaincodeStream extends ClientCall.Listener<ChaincodeMessage> {
    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeStream.class);
    private static final int INBOUND_CREDIT = 1024;
    private static final int BATCH_LIMIT = 1000;

    private final String packageId;
    private final ChaincodeCalls calls;
    private final Runnable onClosed;
    private final ClientCall<ChaincodeMessage, ChaincodeMessage> call;
    private final Map<ExecutionKey, Execution> executions = new ConcurrentHashMap<>();
    private final CompletableFuture<ChaincodeStream> ready = new CompletableFuture<>();
    private int credit = INBOUND_CREDIT;
    private volatile @Nullable ChaincodeException closed;

    /** Opens a stream. {@code onClosed} is told once when it has ended. */
    ChaincodeStream(Channel channel, String packageId, ChaincodeCalls calls, Runnable onClosed) {
        this.packageId = packageId;
        this.calls = calls;
        this.onClosed = onClosed;
        this.call = channel.newCall(ChaincodeGrpc.getConnectMethod(), CallOptions.DEFAULT);
    }

    /** Starts the handshake; the future completes when the chaincode is ready, or fails. */
    CompletableFuture<ChaincodeStream> start() {
        call.start(this, new Metadata());
        call.request(INBOUND_CREDIT);
        return ready;
    }

    /** Sends an invocation; the outcome comes through the execution. */
    void execute(Execution execution, ChaincodeMessage invocation) {
        ExecutionKey key = ExecutionKey.of(invocation);
        if (executions.putIfAbsent(key, execution) != null) {
            execution.fail(new ChaincodeException("error sending: txid: %s(%s) exists".formatted(key.txId(), key.channelId())));
            return;
        }
        execution.beforeEnd(() -> executions.remove(key, execution));
        ChaincodeException over = closed;
        if (over != null) {
            execution.fail(over);
        } else {
            send(invocation);
        }
    }

    void expire(long nowNanos) {
        for (Execution execution : executions.values()) {
            if (execution.overdue(nowNanos)) {
                execution.fail(ChaincodeException.timeout());
            }
        }
    }

    void cancel(String reason) {
        call.cancel(reason, null);
    }

    private void send(ChaincodeMessage message) {
        synchronized (call) {
            if (closed == null) {
                call.sendMessage(message);
            }
        }
    }

    @Override
    public void onMessage(ChaincodeMessage message) {
        grantCredit();
        switch (message.getType()) {
            case REGISTER -> register(message);
            case KEEPALIVE -> { }
            case COMPLETED, ERROR -> complete(message);
            case INVOKE_CHAINCODE -> invokeChaincode(message);
            default -> answer(message);
        }
    }

    private void grantCredit() {
        credit--;
        if (credit <= INBOUND_CREDIT / 2) {
            call.request(INBOUND_CREDIT - credit);
            credit = INBOUND_CREDIT;
        }
    }

    private void register(ChaincodeMessage message) {
        try {
            accept(ChaincodeID.parseFrom(message.getPayload()).getName());
        } catch (InvalidProtocolBufferException e) {
            cancel("The chaincode's registration cannot be read");
        }
    }

    private void accept(String registeredName) {
        if (!registeredName.equals(packageId)) {
            cancel("The chaincode server registered as '%s', but package '%s' is installed: start it with CORE_CHAINCODE_ID_NAME=%s"
                    .formatted(registeredName, packageId, packageId));
            return;
        }
        send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.REGISTERED).build());
        ChaincodeAdditionalParams batching = ChaincodeAdditionalParams.newBuilder()
                .setUseWriteBatch(true)
                .setMaxSizeWriteBatch(BATCH_LIMIT)
                .setUseGetMultipleKeys(true)
                .setMaxSizeGetMultipleKeys(BATCH_LIMIT)
                .build();
        send(ChaincodeMessage.newBuilder().setType(ChaincodeMessage.Type.READY).setPayload(batching.toByteString()).build());
        ready.complete(this);
    }

    private void complete(ChaincodeMessage message) {
        Execution execution = executions.get(ExecutionKey.of(message));
        if (execution == null) {
            LOG.debug("{}: a late or unknown outcome of transaction {}", packageId, message.getTxid());
        } else {
            execution.complete(message);
        }
    }

    private void answer(ChaincodeMessage request) {
        if (!StateRequests.TYPES.contains(request.getType())) {
            cancel("cannot handle message (%s) while in ready state".formatted(request.getType()));
            return;
        }
        try {
            respond(request, payload(request));
        } catch (LedgerException e) {
            refuse(request, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{}: {} of transaction {} failed", packageId, request.getType(), request.getTxid(), e);
            refuse(request, e.toString());
        }
    }

    private ByteString payload(ChaincodeMessage request) throws LedgerException {
        Execution execution = executions.get(ExecutionKey.of(request));
        if (execution == null) {
            throw new LedgerException("no ledger context");
        }
        return execution.transaction().withSimulator(simulator -> StateRequests.answer(request, execution, simulator));
    }

    private void invokeChaincode(ChaincodeMessage request) {
        Execution caller = executions.get(ExecutionKey.of(request));
        if (caller == null) {
            refuse(request, "could not get valid transaction");
            return;
        }
        calls.call(caller, request.getPayload()).whenComplete((message, failure) -> {
            if (failure == null) {
                respond(request, message.toByteString());
            } else {
                refuse(request, reason(failure));
            }
        });
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    private void respond(ChaincodeMessage request, ByteString payload) {
        send(reply(request, ChaincodeMessage.Type.RESPONSE, payload));
    }

    private void refuse(ChaincodeMessage request, @Nullable String reason) {
        String text = "%s failed: transaction ID: %s: %s".formatted(request.getType(), request.getTxid(), reason);
        send(reply(request, ChaincodeMessage.Type.ERROR, ByteString.copyFromUtf8(text)));
    }

    private static ChaincodeMessage reply(ChaincodeMessage request, ChaincodeMessage.Type type, ByteString payload) {
        return ChaincodeMessage.newBuilder()
                .setType(type)
                .setPayload(payload)
                .setTxid(request.getTxid())
                .setChannelId(request.getChannelId())
                .build();
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        ChaincodeException over = ChaincodeException.streamTerminated();
        closed = over;
        LOG.debug("The stream to chaincode {} has ended: {}", packageId, status);
        ready.completeExceptionally(new ChaincodeException(describe(status)));
        executions.values().forEach(execution -> execution.fail(over));
        onClosed.run();
    }

    private static String describe(Status status) {
        String description = status.getDescription() == null ? status.getCode().toString() : status.getDescription();
        Throwable cause = status.getCause();
        return cause == null ? description : description + ": " + cause.getMessage();
    }

    /** Calls another chaincode on behalf of one. */
    @FunctionalInterface
    interface ChaincodeCalls {
        /**
         * Executes the call.
         *
         * @param chaincodeSpec the serialised {@code ChaincodeSpec} of an INVOKE_CHAINCODE
         */
        CompletableFuture<ChaincodeMessage> call(Execution caller, ByteString chaincodeSpec);
    }

    private record ExecutionKey(String channelId, String txId) {
        static ExecutionKey of(ChaincodeMessage message) {
            return new ExecutionKey(message.getChannelId(), message.getTxid());
        }
    }
}
