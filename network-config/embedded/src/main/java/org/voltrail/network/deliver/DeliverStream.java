package org.voltrail.network.deliver;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.identity.Expiry;

/** One delivery stream: requests are served one after the other, blocks are sent as fast as the client takes them. */
public final class DeliverStream<R> implements StreamObserver<Envelope> {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverStream.class);

    private final BlockFeeds feeds;
    private final DeliveryPolicy policy;
    private final BlockEncoder<R> encoder;
    private final Clock clock;
    private final Executor executor;
    private final ServerCallStreamObserver<R> client;
    private @Nullable BlockReader reader;
    private boolean halfClosed;
    private boolean ended;

    private DeliverStream(
            BlockFeeds feeds,
            DeliveryPolicy policy,
            BlockEncoder<R> encoder,
            Clock clock,
            Executor executor,
            ServerCallStreamObserver<R> client) {
        this.feeds = feeds;
        this.policy = policy;
        this.encoder = encoder;
        this.clock = clock;
        this.executor = executor;
        this.client = client;
    }

    /** Serves a delivery call; to be called from the service's method, which returns the result. */
    public static <R> StreamObserver<Envelope> serve(
            BlockFeeds feeds,
            DeliveryPolicy policy,
            BlockEncoder<R> encoder,
            Clock clock,
            Executor executor,
            StreamObserver<R> responses) {
        ServerCallStreamObserver<R> client = (ServerCallStreamObserver<R>) responses;
        DeliverStream<R> stream = new DeliverStream<>(feeds, policy, encoder, clock, executor, client);
        client.disableAutoRequest();
        client.setOnReadyHandler(stream::wake);
        client.setOnCancelHandler(stream::cancelled);
        client.request(1);
        return stream;
    }

    private synchronized void wake() {
        if (reader != null) {
            reader.wake();
        }
    }

    private synchronized void cancelled() {
        ended = true;
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public void onNext(Envelope envelope) {
        try {
            deliver(SeekRequest.parse(envelope, clock));
        } catch (DeliveryException e) {
            LOG.debug("A request for blocks is refused: {}", e.getMessage());
            finish(e.status());
        }
    }

    private void deliver(SeekRequest request) throws DeliveryException {
        BlockFeed feed = feeds.find(request.channelId())
                .orElseThrow(() -> new DeliveryException(Status.NOT_FOUND, "channel %s not found".formatted(request.channelId())));
        Delivery delivery = new Delivery(request, feed);
        delivery.checkAllowed();
        if (!request.seek().hasStart() || !request.seek().hasStop()) {
            throw new DeliveryException(Status.BAD_REQUEST, "start or stop position is missing");
        }
        long height = feed.height();
        long first = request.first(height);
        delivery.last = request.last(first, height);
        BlockReader started = new BlockReader(feed, first, executor, delivery);
        synchronized (this) {
            reader = started;
        }
        started.start();
    }

    private synchronized void finish(Status status) {
        reader = null;
        if (ended) {
            return;
        }
        client.onNext(encoder.status(status));
        if (status != Status.SUCCESS || halfClosed) {
            ended = true;
            client.onCompleted();
        } else {
            client.request(1);
        }
    }

    @Override
    public synchronized void onCompleted() {
        halfClosed = true;
        if (reader == null && !ended) {
            ended = true;
            client.onCompleted();
        }
    }

    @Override
    public void onError(Throwable failure) {
        cancelled();
    }

    /** The delivery that one request asks for. */
    private final class Delivery implements BlockReader.BlockConsumer {
        private final SeekRequest request;
        private final BlockFeed feed;
        private long last;
        private long checkedSequence = -1;

        Delivery(SeekRequest request, BlockFeed feed) {
            this.request = request;
            this.feed = feed;
        }

        void checkAllowed() throws DeliveryException {
            var config = feed.ledger().config();
            if (Expiry.isOver(request.signedData().identity(), config.msps(), clock.instant())) {
                throw new DeliveryException(Status.FORBIDDEN, "the client's certificate has ended");
            }
            if (config.sequence() != checkedSequence) {
                checkedSequence = config.sequence();
                if (!policy.allows(request, config)) {
                    throw new DeliveryException(Status.FORBIDDEN, "the client may not read channel " + request.channelId());
                }
            }
        }

        @Override
        public boolean isReady() {
            return client.isReady() && !client.isCancelled();
        }

        @Override
        public boolean awaitMore(long number) {
            if (request.seek().getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY) {
                finish(Status.NOT_FOUND);
                return false;
            }
            return true;
        }

        @Override
        public boolean accept(CommittedBlock block) {
            try {
                checkAllowed();
            } catch (DeliveryException e) {
                finish(e.status());
                return false;
            }
            client.onNext(encoder.block(block, request));
            if (block.number() == last) {
                finish(Status.SUCCESS);
                return false;
            }
            return true;
        }

        @Override
        public void failed(RuntimeException failure) {
            finish(Status.INTERNAL_SERVER_ERROR);
        }
    }
}
