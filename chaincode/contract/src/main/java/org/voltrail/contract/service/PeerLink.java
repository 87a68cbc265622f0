package org.voltrail.contract.service;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.jspecify.annotations.Nullable;
import org.voltrail.contract.ledger.MultiGet;

/**
 * Stands between the shim and one peer and saves round trips, where the peer says in its READY message that it can (Fabric 3.1
 * and later): writes are answered at once and sent together before the transaction's end; many keys are read with one message.
 * A peer that cannot is spoken to as the shim does. What is simulated is the same either way: no read ever sees a write of the
 * same transaction.
 */
final class PeerLink implements MultiGet {
    private static final int ANSWER_SECONDS = 60;

    private final Map<String, PendingWrites> writes = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<ChaincodeMessage>> reads = new ConcurrentHashMap<>();
    private volatile ChaincodeAdditionalParams abilities = ChaincodeAdditionalParams.getDefaultInstance();
    private volatile @Nullable StreamObserver<ChaincodeMessage> peer;
    private volatile @Nullable StreamObserver<ChaincodeMessage> shim;

    /** Starts a conversation of the shim. */
    @FunctionalInterface
    interface Conversation {
        StreamObserver<ChaincodeMessage> start(StreamObserver<ChaincodeMessage> toPeer) throws IOException;
    }

    /** Puts this link between peer and shim; gives the observer of what the peer sends. */
    StreamObserver<ChaincodeMessage> between(StreamObserver<ChaincodeMessage> toPeer, Conversation conversation) throws IOException {
        peer = toPeer;
        StreamObserver<ChaincodeMessage> toShim = conversation.start(new FromShim());
        shim = toShim;
        return new FromPeer(toShim);
    }

    // ---- reading many keys

    @Override
    public @Nullable List<byte[]> get(String channelId, String txId, List<String> keys) {
        if (!abilities.getUseGetMultipleKeys()) {
            return null;
        }
        int most = Math.max(1, abilities.getMaxSizeGetMultipleKeys());
        List<byte[]> values = new ArrayList<>(keys.size());
        for (int from = 0; from < keys.size(); from += most) {
            List<String> some = keys.subList(from, Math.min(from + most, keys.size()));
            values.addAll(getSome(channelId, txId, some));
        }
        return values;
    }

    private List<byte[]> getSome(String channelId, String txId, List<String> keys) {
        ByteString request = GetStateMultiple.newBuilder().addAllKeys(keys).build().toByteString();
        CompletableFuture<ChaincodeMessage> answer = new CompletableFuture<>();
        reads.put(channelId + txId, answer);
        send(message(Type.GET_STATE_MULTIPLE, channelId, txId, request));
        return values(await(answer));
    }

    private static ChaincodeMessage await(CompletableFuture<ChaincodeMessage> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The peer did not answer", e);
        }
    }

    private static List<byte[]> values(ChaincodeMessage answer) {
        if (answer.getType() != Type.RESPONSE) {
            throw new IllegalStateException("The peer refused to read: " + answer.getPayload().toStringUtf8());
        }
        try {
            return GetStateMultipleResult.parseFrom(answer.getPayload()).getValuesList().stream()
                    .map(ByteString::toByteArray)
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    // ---- what the shim sends

    private final class FromShim implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            if (abilities.getUseWriteBatch() && PendingWrites.takes(message)) {
                String key = key(message);
                writes.computeIfAbsent(key, any -> new PendingWrites()).add(message);
                answer(message);
            } else {
                PendingWrites pending = ends(message) ? writes.get(key(message)) : null;
                send(pending == null ? message : pending.closedBy(message, abilities.getMaxSizeWriteBatch()));
            }
        }

        @Override
        public void onError(Throwable thrown) {
            toPeer().onError(thrown);
        }

        @Override
        public void onCompleted() {
            toPeer().onCompleted();
        }
    }

    private static boolean ends(ChaincodeMessage message) {
        return message.getType() == Type.COMPLETED || message.getType() == Type.ERROR;
    }

    private void answer(ChaincodeMessage write) {
        StreamObserver<ChaincodeMessage> toShim = shim;
        if (toShim != null) {
            toShim.onNext(message(Type.RESPONSE, write.getChannelId(), write.getTxid(), ByteString.EMPTY));
        }
    }

    private synchronized void send(ChaincodeMessage message) {
        toPeer().onNext(message);
    }

    private StreamObserver<ChaincodeMessage> toPeer() {
        StreamObserver<ChaincodeMessage> observer = peer;
        if (observer == null) {
            throw new IllegalStateException("Not connected");
        }
        return observer;
    }

    // ---- what the peer sends

    private final class FromPeer implements StreamObserver<ChaincodeMessage> {
        private final StreamObserver<ChaincodeMessage> toShim;

        FromPeer(StreamObserver<ChaincodeMessage> toShim) {
            this.toShim = toShim;
        }

        @Override
        public void onNext(ChaincodeMessage message) {
            if (message.getType() == Type.READY) {
                abilities = abilities(message);
            }
            if (!answersRead(message) && !answersWrites(message)) {
                toShim.onNext(message);
            }
        }

        /** The shim waits for its running tasks here: not on the connection's own thread. */
        @Override
        public void onError(Throwable thrown) {
            reads.values().forEach(read -> read.completeExceptionally(thrown));
            new Thread(() -> toShim.onError(thrown), "chaincode-stream-end").start();
        }

        @Override
        public void onCompleted() {
            onError(new IllegalStateException("The peer closed the stream"));
        }
    }

    private static ChaincodeAdditionalParams abilities(ChaincodeMessage ready) {
        try {
            return ChaincodeAdditionalParams.parseFrom(ready.getPayload());
        } catch (InvalidProtocolBufferException e) {
            return ChaincodeAdditionalParams.getDefaultInstance();
        }
    }

    private boolean answersRead(ChaincodeMessage message) {
        CompletableFuture<ChaincodeMessage> read = isAnswer(message) ? reads.remove(key(message)) : null;
        return read != null && read.complete(message);
    }

    /** Sends the next batch, or the message that ends the transaction. */
    private boolean answersWrites(ChaincodeMessage message) {
        PendingWrites pending = isAnswer(message) ? writes.get(key(message)) : null;
        if (pending == null || !pending.closed()) {
            return false;
        }
        ChaincodeMessage next = pending.after(message);
        if (ends(next)) {
            writes.remove(key(message));
        }
        send(next);
        return true;
    }

    private static boolean isAnswer(ChaincodeMessage message) {
        return message.getType() == Type.RESPONSE || message.getType() == Type.ERROR;
    }

    private static String key(ChaincodeMessage message) {
        return message.getChannelId() + message.getTxid();
    }

    static ChaincodeMessage message(Type type, String channelId, String txId, ByteString payload) {
        return ChaincodeMessage.newBuilder().setType(type).setChannelId(channelId).setTxid(txId).setPayload(payload).build();
    }
}
