package org.voltrail.network.deliver;

import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.voltrail.network.access.AccessControl;
import org.voltrail.network.access.AccessDeniedException;
import org.voltrail.network.access.Resource;
import org.voltrail.network.channel.ChannelConfig;

/** The gRPC service {@code protos.Deliver} of one peer. */
public final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private final BlockFeeds feeds;
    private final String mspId;
    private final AccessControl access;
    private final Clock clock;
    private final Executor executor;

    /** The service of a peer of {@code mspId}. */
    public DeliverService(BlockFeeds feeds, String mspId, AccessControl access, Clock clock, Executor executor) {
        this.feeds = feeds;
        this.mspId = mspId;
        this.access = access;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> responses) {
        return serve(Resource.BLOCK_EVENTS, responses, (response, block, request) -> response.setBlock(content(block, request)));
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> responses) {
        return serve(
                Resource.FILTERED_BLOCK_EVENTS,
                responses,
                (response, block, request) -> response.setFilteredBlock(FilteredBlocks.of(block)));
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> responses) {
        return serve(
                Resource.BLOCK_EVENTS,
                responses,
                (response, block, request) -> response.setBlockAndPrivateData(withPrivateData(block, request)));
    }

    private BlockAndPrivateData withPrivateData(CommittedBlock block, SeekRequest request) {
        BlockFeed feed = feeds.find(request.channelId()).orElseThrow();
        return BlockAndPrivateData.newBuilder()
                .setBlock(content(block, request))
                .putAllPrivateDataMap(new PrivateDataFilter(feed.ledger(), mspId).of(block.number(), request.signedData()))
                .build();
    }

    /** The block, or only its header and metadata where the request asks for no more. */
    private static Block content(CommittedBlock block, SeekRequest request) {
        boolean headerOnly = request.seek().getContentType() == SeekInfo.SeekContentType.HEADER_WITH_SIG;
        return headerOnly && !block.isConfig() ? block.block().toBuilder().clearData().build() : block.block();
    }

    private StreamObserver<Envelope> serve(Resource resource, StreamObserver<DeliverResponse> responses, Content content) {
        return DeliverStream.serve(
                feeds, (request, config) -> allowed(resource, request, config), new Encoder(content), clock, executor, responses);
    }

    private boolean allowed(Resource resource, SeekRequest request, ChannelConfig config) {
        try {
            access.check(resource, config, request.signedData());
            return true;
        } catch (AccessDeniedException e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Content {
        DeliverResponse.Builder set(DeliverResponse.Builder response, CommittedBlock block, SeekRequest request);
    }

    private record Encoder(Content content) implements BlockEncoder<DeliverResponse> {
        @Override
        public DeliverResponse status(Status status) {
            return DeliverResponse.newBuilder().setStatus(status).build();
        }

        @Override
        public DeliverResponse block(CommittedBlock block, SeekRequest request) {
            return content.set(DeliverResponse.newBuilder(), block, request).build();
        }
    }
}
