package org.voltrail.network.orderer;

import com.google.protobuf.ByteString;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.AtomicBroadcastGrpc;
import org.hyperledger.fabric.protos.orderer.BroadcastResponse;
import org.hyperledger.fabric.protos.orderer.DeliverResponse;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.voltrail.network.channel.ChannelConfig;
import org.voltrail.network.deliver.BlockEncoder;
import org.voltrail.network.deliver.BlockFeeds;
import org.voltrail.network.deliver.CommittedBlock;
import org.voltrail.network.deliver.DeliverStream;
import org.voltrail.network.deliver.SeekRequest;

/** The gRPC service {@code orderer.AtomicBroadcast}. */
public final class BroadcastService extends AtomicBroadcastGrpc.AtomicBroadcastImplBase {
    private static final String READERS = "/Channel/Readers";

    private final Orderer orderer;
    private final BlockFeeds feeds;
    private final Clock clock;
    private final Executor executor;

    public BroadcastService(Orderer orderer, BlockFeeds feeds, Clock clock, Executor executor) {
        this.orderer = orderer;
        this.feeds = feeds;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Envelope> broadcast(StreamObserver<BroadcastResponse> responses) {
        return new BroadcastStream((ServerCallStreamObserver<BroadcastResponse>) responses);
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return DeliverStream.serve(feeds, BroadcastService::mayRead, new Encoder(), clock, executor, responses);
    }

    private static boolean mayRead(SeekRequest request, ChannelConfig config) {
        return config.policies()
                .policy(READERS)
                .map(policy -> policy.evaluate(List.of(request.signedData())))
                .orElse(false);
    }

    /** Answers each envelope; the first refusal ends the stream. */
    private final class BroadcastStream implements StreamObserver<Envelope> {
        private final ServerCallStreamObserver<BroadcastResponse> client;
        private boolean ended;

        BroadcastStream(ServerCallStreamObserver<BroadcastResponse> client) {
            this.client = client;
            client.setOnCancelHandler(() -> { });
        }

        @Override
        public void onNext(Envelope envelope) {
            if (ended) {
                return;
            }
            BroadcastResponse response = orderer.broadcast(envelope);
            client.onNext(response);
            if (response.getStatus() != Status.SUCCESS) {
                onCompleted();
            }
        }

        @Override
        public void onError(Throwable failure) {
            ended = true;
        }

        @Override
        public void onCompleted() {
            if (!ended) {
                ended = true;
                client.onCompleted();
            }
        }
    }

    /** Blocks as an orderer has them: the validation flags and the commit hash are the peers' business. */
    private static final class Encoder implements BlockEncoder<DeliverResponse> {
        @Override
        public DeliverResponse status(Status status) {
            return DeliverResponse.newBuilder().setStatus(status).build();
        }

        @Override
        public DeliverResponse block(CommittedBlock block, SeekRequest request) {
            Block.Builder ordered = block.block().toBuilder().setMetadata(ordered(block.block().getMetadata()));
            if (request.seek().getContentType() == SeekInfo.SeekContentType.HEADER_WITH_SIG && !block.isConfig()) {
                ordered.clearData();
            }
            return DeliverResponse.newBuilder().setBlock(ordered).build();
        }

        private static BlockMetadata ordered(BlockMetadata metadata) {
            BlockMetadata.Builder ordered = metadata.toBuilder();
            for (int slot : List.of(BlockMetadataIndex.TRANSACTIONS_FILTER_VALUE, BlockMetadataIndex.COMMIT_HASH_VALUE)) {
                if (slot < ordered.getMetadataCount()) {
                    ordered.setMetadata(slot, ByteString.EMPTY);
                }
            }
            return ordered.build();
        }
    }
}
