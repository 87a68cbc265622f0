package org.voltrail.client.testing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.Response;
import org.voltrail.client.profile.Peer;
import org.voltrail.model.Actor;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.json.CanonicalJson;

/** A peer that delivers a growing chain of blocks with events, and breaks off as told. */
public final class FakeChain implements AutoCloseable {
    private final List<List<ChaincodeEvent>> blocks = new ArrayList<>();
    private final List<Stream> streams = new CopyOnWriteArrayList<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private final Server server;
    private volatile int breakEvery = Integer.MAX_VALUE;
    private volatile Status breakWith = Status.UNAVAILABLE;
    private volatile int padding;

    private FakeChain() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(new Gateway())
                    .addService(new Deliver())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static FakeChain start() {
        return new FakeChain();
    }

    public Peer peer(String name) {
        return new Peer(name, "localhost", server.getPort(), false, List.of(), null, Duration.ofMinutes(2), 1 << 24);
    }

    /** Each call ends with a status after so many messages. */
    public FakeChain breakingEvery(int messages, Status status) {
        breakEvery = messages;
        breakWith = status;
        return this;
    }

    /** Makes each block so much larger. */
    public FakeChain padded(int bytes) {
        padding = bytes;
        return this;
    }

    /** Commits a block with an event for each of the transactions. */
    public synchronized FakeChain block(String... transactions) {
        List<ChaincodeEvent> events = new ArrayList<>();
        for (String transaction : transactions) {
            events.add(event(transaction, payload(transaction)));
        }
        blocks.add(events);
        streams.forEach(Stream::pump);
        return this;
    }

    /** Commits a block with an event of another model. */
    public synchronized FakeChain strangeBlock(String transaction) {
        blocks.add(List.of(event(transaction, "{\"strange\":true}".getBytes())));
        streams.forEach(Stream::pump);
        return this;
    }

    /** Messages sent so far, over all calls. */
    public int sent() {
        return sent.get();
    }

    /** Calls opened so far. */
    public int opened() {
        return opened.get();
    }

    private static ChaincodeEvent event(String transaction, byte[] payload) {
        return ChaincodeEvent.newBuilder()
                .setTxId(transaction)
                .setChaincodeId("voltrail")
                .setEventName("note.taken.v1")
                .setPayload(ByteString.copyFrom(payload))
                .build();
    }

    private static byte[] payload(String transaction) {
        return CanonicalJson.write(new LedgerEvent(
                1, "note.taken.v1", transaction, "2026-01-01T00:00:00Z", null, new Actor("ManufacturerMSP", "clerk"),
                CanonicalJson.tree(new Note.Answer(transaction)), List.of()));
    }

    private synchronized int height() {
        return blocks.size();
    }

    private synchronized List<ChaincodeEvent> events(int block) {
        return blocks.get(block);
    }

    private int first(SeekPosition position) {
        return position.hasSpecified() ? (int) position.getSpecified().getNumber() : height();
    }

    /** One call: sends while the client has room. */
    private abstract class Stream {
        private final ServerCallStreamObserver<?> call;
        private int next;
        private int messages;
        private boolean over;

        Stream(StreamObserver<?> observer, int first) {
            call = (ServerCallStreamObserver<?>) observer;
            next = first;
            opened.incrementAndGet();
        }

        final synchronized void pump() {
            while (!over && !call.isCancelled() && call.isReady() && next < height()) {
                if (send(next++)) {
                    sent.incrementAndGet();
                    messages++;
                }
                if (messages >= breakEvery) {
                    over = true;
                    streams.remove(this);
                    call.onError(breakWith.asRuntimeException());
                }
            }
        }

        /** Sends a block's message; false if there is nothing to send. */
        abstract boolean send(int block);
    }

    private final class Events extends Stream {
        private final StreamObserver<ChaincodeEventsResponse> observer;
        private String after;

        Events(StreamObserver<ChaincodeEventsResponse> observer, ChaincodeEventsRequest request) {
            super(observer, first(request.getStartPosition()));
            this.observer = observer;
            this.after = request.getAfterTransactionId();
        }

        @Override
        boolean send(int block) {
            List<ChaincodeEvent> left = new ArrayList<>();
            for (ChaincodeEvent event : events(block)) {
                if (after.isEmpty()) {
                    left.add(event);
                } else if (after.equals(event.getTxId())) {
                    after = "";
                }
            }
            if (!left.isEmpty()) {
                observer.onNext(ChaincodeEventsResponse.newBuilder().setBlockNumber(block).addAllEvents(left).build());
            }
            return !left.isEmpty();
        }
    }

    private final class Blocks extends Stream {
        private final StreamObserver<DeliverResponse> observer;

        Blocks(StreamObserver<DeliverResponse> observer, SeekInfo seek) {
            super(observer, first(seek.getStart()));
            this.observer = observer;
        }

        @Override
        boolean send(int block) {
            BlockHeader header = BlockHeader.newBuilder()
                    .setNumber(block)
                    .setDataHash(ByteString.copyFrom(new byte[padding]))
                    .build();
            observer.onNext(DeliverResponse.newBuilder().setBlock(Block.newBuilder().setHeader(header)).build());
            return true;
        }
    }

    private void run(Stream stream) {
        streams.add(stream);
        stream.pump();
    }

    private final class Gateway extends GatewayGrpc.GatewayImplBase {
        @Override
        public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
            ByteString info = BlockchainInfo.newBuilder().setHeight(height()).build().toByteString();
            observer.onNext(EvaluateResponse.newBuilder()
                    .setResult(Response.newBuilder().setStatus(200).setPayload(info))
                    .build());
            observer.onCompleted();
        }

        @Override
        public void chaincodeEvents(SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> observer) {
            try {
                Events events = new Events(observer, ChaincodeEventsRequest.parseFrom(request.getRequest()));
                ((ServerCallStreamObserver<ChaincodeEventsResponse>) observer).setOnReadyHandler(events::pump);
                run(events);
            } catch (InvalidProtocolBufferException e) {
                observer.onError(e);
            }
        }
    }

    private final class Deliver extends DeliverGrpc.DeliverImplBase {
        @Override
        public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> observer) {
            ServerCallStreamObserver<DeliverResponse> call = (ServerCallStreamObserver<DeliverResponse>) observer;
            call.setOnReadyHandler(() -> streams.forEach(Stream::pump));
            call.setOnCancelHandler(() -> {});
            return new SeekObserver(observer);
        }
    }

    private final class SeekObserver implements StreamObserver<Envelope> {
        private final StreamObserver<DeliverResponse> observer;

        SeekObserver(StreamObserver<DeliverResponse> observer) {
            this.observer = observer;
        }

        @Override
        public void onNext(Envelope envelope) {
            try {
                if (breakWith.getCode() == Status.Code.PERMISSION_DENIED) {
                    observer.onNext(DeliverResponse.newBuilder()
                            .setStatus(org.hyperledger.fabric.protos.common.Status.FORBIDDEN)
                            .build());
                    return;
                }
                run(new Blocks(observer, SeekInfo.parseFrom(Payload.parseFrom(envelope.getPayload()).getData())));
            } catch (InvalidProtocolBufferException e) {
                observer.onError(e);
            }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {}
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
