package org.voltrail.client.internal.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.hyperledger.fabric.client.BlockEventsRequest;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.PeerConnection;

/** Whole blocks from a peer's deliver service. */
final class BlockSource implements PeerSource<BlockRecord> {
    private final LedgerIdentity identity;
    private final Drafts drafts;

    BlockSource(LedgerIdentity identity, Drafts drafts) {
        this.identity = identity;
        this.drafts = drafts;
    }

    @Override
    public RecordSource.LiveCall open(PeerConnection peer, StartPosition start, RecordSource.Listener<BlockRecord> listener) {
        CallListener<Envelope, DeliverResponse, BlockRecord> call = new CallListener<>(listener, BlockSource::records);
        StreamObserver<Envelope> requests = peer.deliver().deliver(call);
        requests.onNext(signed(unsigned(start)));
        return call;
    }

    private BlockEventsRequest unsigned(StartPosition start) {
        BlockEventsRequest.Builder builder = drafts.network().newBlockEventsRequest();
        if (start instanceof StartPosition.AtBlock at) {
            builder.startBlock(at.number());
        } else if (start instanceof StartPosition.After after) {
            builder.startBlock(after.position().block() + 1);
        }
        return builder.build();
    }

    private Envelope signed(BlockEventsRequest request) {
        try {
            return Envelope.parseFrom(request.getBytes()).toBuilder()
                    .setSignature(ByteString.copyFrom(identity.sign(request.getDigest())))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<BlockRecord> records(DeliverResponse response) {
        if (response.hasBlock()) {
            Block block = response.getBlock();
            return List.of(new BlockRecord(block.getHeader().getNumber(), block));
        }
        throw Delivery.failure(response.getStatus());
    }
}
