package org.voltrail.contract.service;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.PurgePrivateState;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.jspecify.annotations.Nullable;

/** Writes of one transaction that wait for its end. First used by the thread that simulates, then by the one that hears the peer. */
final class PendingWrites {
    private final List<WriteRecord> records = new ArrayList<>();
    private int sent;
    private int most;
    private volatile @Nullable ChaincodeMessage last;

    /** Whether the message is a write. */
    static boolean takes(ChaincodeMessage message) {
        return switch (message.getType()) {
            case PUT_STATE, DEL_STATE, PUT_STATE_METADATA, PURGE_PRIVATE_DATA -> true;
            default -> false;
        };
    }

    void add(ChaincodeMessage write) {
        try {
            records.add(record(write.getType(), write.getPayload()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WriteRecord record(Type type, ByteString payload) throws InvalidProtocolBufferException {
        WriteRecord.Builder record = WriteRecord.newBuilder();
        switch (type) {
            case PUT_STATE -> put(record, PutState.parseFrom(payload));
            case DEL_STATE -> delete(record, DelState.parseFrom(payload));
            case PURGE_PRIVATE_DATA -> purge(record, PurgePrivateState.parseFrom(payload));
            default -> putMetadata(record, PutStateMetadata.parseFrom(payload));
        }
        return record.build();
    }

    private static void put(WriteRecord.Builder record, PutState write) {
        record.setType(WriteRecord.Type.PUT_STATE).setKey(write.getKey()).setValue(write.getValue()).setCollection(write.getCollection());
    }

    private static void delete(WriteRecord.Builder record, DelState write) {
        record.setType(WriteRecord.Type.DEL_STATE).setKey(write.getKey()).setCollection(write.getCollection());
    }

    private static void purge(WriteRecord.Builder record, PurgePrivateState write) {
        record.setType(WriteRecord.Type.PURGE_PRIVATE_DATA).setKey(write.getKey()).setCollection(write.getCollection());
    }

    private static void putMetadata(WriteRecord.Builder record, PutStateMetadata write) {
        record.setType(WriteRecord.Type.PUT_STATE_METADATA)
                .setKey(write.getKey())
                .setCollection(write.getCollection())
                .setMetadata(write.getMetadata());
    }

    /** No more writes will come; gives the first batch to send. */
    ChaincodeMessage closedBy(ChaincodeMessage end, int batchSize) {
        most = Math.max(1, batchSize);
        ChaincodeMessage first = batch(end);
        last = end;
        return first;
    }

    boolean closed() {
        return last != null;
    }

    /** What to send after the peer's answer to a batch: the next batch, the end, or the peer's error as the end. */
    ChaincodeMessage after(ChaincodeMessage answer) {
        ChaincodeMessage end = last;
        if (end == null) {
            throw new IllegalStateException("The transaction has not ended");
        }
        if (answer.getType() == Type.ERROR) {
            return PeerLink.message(Type.ERROR, answer.getChannelId(), answer.getTxid(), answer.getPayload());
        }
        return sent < records.size() ? batch(end) : end;
    }

    private ChaincodeMessage batch(ChaincodeMessage end) {
        int to = Math.min(sent + most, records.size());
        WriteBatchState batch = WriteBatchState.newBuilder().addAllRec(records.subList(sent, to)).build();
        sent = to;
        return PeerLink.message(Type.WRITE_BATCH_STATE, end.getChannelId(), end.getTxid(), batch.toByteString());
    }
}
