package org.voltrail.contract.service;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.voltrail.contract.testing.TestIdentity;

/** The peer's end of a chaincode connection, over a fixed state; remembers what is written and counts messages. */
final class FakePeer implements AutoCloseable {
    private final ManagedChannel channel;
    private final ChaincodeAdditionalParams abilities;
    private final Map<String, byte[]> state;
    private final StreamObserver<ChaincodeMessage> toChaincode;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Map<String, CompletableFuture<ChaincodeMessage>> running = new ConcurrentHashMap<>();
    private final Map<Type, Integer> messages = new EnumMap<>(Type.class);
    private final Map<String, String> writes = new TreeMap<>();
    private String registered = "";

    FakePeer(InetSocketAddress address, Map<String, byte[]> state, ChaincodeAdditionalParams abilities) {
        this(NettyChannelBuilder.forAddress(address).usePlaintext(), state, abilities);
    }

    FakePeer(NettyChannelBuilder builder, Map<String, byte[]> state, ChaincodeAdditionalParams abilities) {
        this.state = state;
        this.abilities = abilities;
        channel = builder.maxInboundMessageSize(100 << 20).build();
        toChaincode = ChaincodeGrpc.newStub(channel).connect(new Listener());
    }

    /** Abilities of a peer of Fabric 3.1. */
    static ChaincodeAdditionalParams batching(int size) {
        return ChaincodeAdditionalParams.newBuilder()
                .setUseWriteBatch(true)
                .setMaxSizeWriteBatch(size)
                .setUseGetMultipleKeys(true)
                .setMaxSizeGetMultipleKeys(size)
                .build();
    }

    void awaitReady() throws InterruptedException, ExecutionException, TimeoutException {
        ready.get(10, TimeUnit.SECONDS);
    }

    String registeredAs() {
        return registered;
    }

    /** Key to value, with {@code #} before the key of an endorsement policy. */
    synchronized Map<String, String> writes() {
        return new TreeMap<>(writes);
    }

    synchronized int count(Type type) {
        return messages.getOrDefault(type, 0);
    }

    /** Has a transaction simulated; gives its last message. */
    ChaincodeMessage simulate(TestIdentity client, String txId, String function, byte[] argument)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<ChaincodeMessage> end = new CompletableFuture<>();
        running.put(txId, end);
        ChaincodeInput input = ChaincodeInput.newBuilder()
                .addArgs(ByteString.copyFromUtf8(function))
                .addArgs(ByteString.copyFrom(argument))
                .build();
        send(ChaincodeMessage.newBuilder()
                .setType(Type.TRANSACTION)
                .setChannelId("voltrail")
                .setTxid(txId)
                .setPayload(input.toByteString())
                .setProposal(proposal(client, txId))
                .build());
        return end.get(20, TimeUnit.SECONDS);
    }

    static Response response(ChaincodeMessage completed) throws InvalidProtocolBufferException {
        return Response.parseFrom(completed.getPayload());
    }

    private static SignedProposal proposal(TestIdentity client, String txId) {
        ChannelHeader channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId("voltrail")
                .setTxId(txId)
                .setTimestamp(Timestamp.newBuilder().setSeconds(1_795_507_200L))
                .build();
        SignatureHeader signatureHeader = SignatureHeader.newBuilder().setCreator(client.creator()).build();
        Header header = Header.newBuilder()
                .setChannelHeader(channelHeader.toByteString())
                .setSignatureHeader(signatureHeader.toByteString())
                .build();
        Proposal proposal = Proposal.newBuilder()
                .setHeader(header.toByteString())
                .setPayload(ChaincodeProposalPayload.getDefaultInstance().toByteString())
                .build();
        return SignedProposal.newBuilder().setProposalBytes(proposal.toByteString()).build();
    }

    private synchronized void send(ChaincodeMessage message) {
        toChaincode.onNext(message);
    }

    private final class Listener implements StreamObserver<ChaincodeMessage> {
        @Override
        public void onNext(ChaincodeMessage message) {
            synchronized (FakePeer.this) {
                messages.merge(message.getType(), 1, Integer::sum);
            }
            try {
                handle(message);
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            ready.completeExceptionally(thrown);
            running.values().forEach(end -> end.completeExceptionally(thrown));
        }

        @Override
        public void onCompleted() {
            onError(new IllegalStateException("closed"));
        }
    }

    private void handle(ChaincodeMessage message) throws InvalidProtocolBufferException {
        switch (message.getType()) {
            case REGISTER -> register(message);
            case COMPLETED, ERROR -> running.remove(message.getTxid()).complete(message);
            case GET_STATE -> answer(message, ByteString.copyFrom(value(GetState.parseFrom(message.getPayload()).getKey())));
            case GET_STATE_MULTIPLE -> answer(message, values(GetStateMultiple.parseFrom(message.getPayload())));
            case PUT_STATE -> put(message, PutState.parseFrom(message.getPayload()));
            case PUT_STATE_METADATA -> putMetadata(message, PutStateMetadata.parseFrom(message.getPayload()));
            case WRITE_BATCH_STATE -> putAll(message, WriteBatchState.parseFrom(message.getPayload()));
            default -> answer(message, ByteString.EMPTY);
        }
    }

    private void register(ChaincodeMessage message) {
        registered = new String(message.getPayload().toByteArray(), StandardCharsets.UTF_8);
        send(ChaincodeMessage.newBuilder().setType(Type.REGISTERED).build());
        send(ChaincodeMessage.newBuilder().setType(Type.READY).setPayload(abilities.toByteString()).build());
        ready.complete(null);
    }

    private byte[] value(String key) {
        return state.getOrDefault(key, new byte[0]);
    }

    private ByteString values(GetStateMultiple request) {
        List<ByteString> values = new ArrayList<>();
        request.getKeysList().forEach(key -> values.add(ByteString.copyFrom(value(key))));
        return GetStateMultipleResult.newBuilder().addAllValues(values).build().toByteString();
    }

    private void put(ChaincodeMessage message, PutState write) {
        note(write.getKey(), write.getValue());
        answer(message, ByteString.EMPTY);
    }

    private void putMetadata(ChaincodeMessage message, PutStateMetadata write) {
        note("#" + write.getKey(), write.getMetadata().getValue());
        answer(message, ByteString.EMPTY);
    }

    private void putAll(ChaincodeMessage message, WriteBatchState batch) {
        for (WriteRecord record : batch.getRecList()) {
            boolean metadata = record.getType() == WriteRecord.Type.PUT_STATE_METADATA;
            note((metadata ? "#" : "") + record.getKey(), metadata ? record.getMetadata().getValue() : record.getValue());
        }
        answer(message, ByteString.EMPTY);
    }

    private synchronized void note(String key, ByteString value) {
        writes.put(key, value.toString(StandardCharsets.ISO_8859_1));
    }

    private void answer(ChaincodeMessage request, ByteString payload) {
        send(ChaincodeMessage.newBuilder()
                .setType(Type.RESPONSE)
                .setChannelId(request.getChannelId())
                .setTxid(request.getTxid())
                .setPayload(payload)
                .build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
