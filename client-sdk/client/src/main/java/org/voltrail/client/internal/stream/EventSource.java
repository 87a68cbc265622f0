package org.voltrail.client.internal.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hyperledger.fabric.client.ChaincodeEventsRequest;
import org.hyperledger.fabric.client.Checkpoint;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.Position;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.events.StreamException;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.PeerConnection;
import org.voltrail.model.LedgerEvent;
import org.voltrail.model.LedgerException;

/** Chaincode events from a peer's gateway. */
final class EventSource implements PeerSource<EventRecord> {
    private final LedgerIdentity identity;
    private final Drafts drafts;

    EventSource(LedgerIdentity identity, Drafts drafts) {
        this.identity = identity;
        this.drafts = drafts;
    }

    @Override
    public RecordSource.LiveCall open(PeerConnection peer, StartPosition start, RecordSource.Listener<EventRecord> listener) {
        SignedChaincodeEventsRequest request = signed(unsigned(start));
        CallListener<SignedChaincodeEventsRequest, ChaincodeEventsResponse, EventRecord> call =
                new CallListener<>(listener, EventSource::records);
        peer.gateway().chaincodeEvents(request, call);
        return call;
    }

    private ChaincodeEventsRequest unsigned(StartPosition start) {
        ChaincodeEventsRequest.Builder builder = drafts.network().newChaincodeEventsRequest(drafts.chaincode());
        if (start instanceof StartPosition.AtBlock at) {
            builder.startBlock(at.number());
        } else if (start instanceof StartPosition.After after) {
            builder.checkpoint(new ResumePoint(after.position()));
        }
        return builder.build();
    }

    private SignedChaincodeEventsRequest signed(ChaincodeEventsRequest request) {
        try {
            return SignedChaincodeEventsRequest.parseFrom(request.getBytes()).toBuilder()
                    .setSignature(ByteString.copyFrom(identity.sign(request.getDigest())))
                    .build();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<EventRecord> records(ChaincodeEventsResponse response) {
        return response.getEventsList().stream().map(event -> record(response.getBlockNumber(), event)).toList();
    }

    private static EventRecord record(long block, ChaincodeEvent event) {
        try {
            return new EventRecord(block, event.getTxId(), LedgerEvent.parse(event.getPayload().toByteArray()));
        } catch (LedgerException e) {
            throw new StreamException("The event of transaction " + event.getTxId() + " in block " + block
                    + " is not of this client's model: " + e.getMessage(), e);
        }
    }

    /** In the gateway's terms: the block to begin with, and the transaction in it after which to begin. */
    private record ResumePoint(Position position) implements Checkpoint {
        @Override
        public OptionalLong getBlockNumber() {
            return OptionalLong.of(position.transactionId() == null ? position.block() + 1 : position.block());
        }

        @Override
        public Optional<String> getTransactionId() {
            return Optional.ofNullable(position.transactionId());
        }
    }
}
