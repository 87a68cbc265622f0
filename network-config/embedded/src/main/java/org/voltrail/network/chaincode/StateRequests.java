package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Map;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.DelState;
import org.hyperledger.fabric.protos.peer.GetHistoryForKey;
import org.hyperledger.fabric.protos.peer.GetState;
import org.hyperledger.fabric.protos.peer.GetStateByRange;
import org.hyperledger.fabric.protos.peer.GetStateMetadata;
import org.hyperledger.fabric.protos.peer.GetStateMultiple;
import org.hyperledger.fabric.protos.peer.GetStateMultipleResult;
import org.hyperledger.fabric.protos.peer.PutState;
import org.hyperledger.fabric.protos.peer.PutStateMetadata;
import org.hyperledger.fabric.protos.peer.QueryMetadata;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryStateClose;
import org.hyperledger.fabric.protos.peer.QueryStateNext;
import org.hyperledger.fabric.protos.peer.StateMetadata;
import org.hyperledger.fabric.protos.peer.StateMetadataResult;
import org.hyperledger.fabric.protos.peer.WriteBatchState;
import org.hyperledger.fabric.protos.peer.WriteRecord;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ledger.KeyModification;
import org.voltrail.network.ledger.KeyValue;
import org.voltrail.network.ledger.LedgerException;
import org.voltrail.network.ledger.ResultsIterator;
import org.voltrail.network.ledger.ResultsPage;
import org.voltrail.network.ledger.Simulator;
import org.voltrail.network.wire.Wire;

/** Answers a chaincode's requests for state from its transaction's simulation. */
final class StateRequests {
    /** The most results that one query gives. */
    static final int TOTAL_QUERY_LIMIT = 100_000;

    private StateRequests() {}

    /** The response's payload; the transaction's lock is held by the caller. */
    static ByteString answer(ChaincodeMessage request, Execution execution, Simulator simulator) throws LedgerException {
        try {
            return dispatch(request, execution, simulator);
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerException("unmarshal failed: " + e.getMessage(), e);
        }
    }

    private static ByteString dispatch(ChaincodeMessage request, Execution execution, Simulator simulator)
            throws LedgerException, InvalidProtocolBufferException {
        ByteString payload = request.getPayload();
        return switch (request.getType()) {
            case GET_STATE -> getState(Wire.parse(GetState.parser(), payload), execution, simulator);
            case PUT_STATE -> putState(Wire.parse(PutState.parser(), payload), execution, simulator);
            case DEL_STATE -> deleteState(Wire.parse(DelState.parser(), payload), execution, simulator);
            case GET_STATE_MULTIPLE -> getStates(Wire.parse(GetStateMultiple.parser(), payload), execution, simulator);
            case WRITE_BATCH_STATE -> writeBatch(Wire.parse(WriteBatchState.parser(), payload), execution, simulator);
            case GET_STATE_BY_RANGE -> range(Wire.parse(GetStateByRange.parser(), payload), execution, simulator);
            case QUERY_STATE_NEXT -> next(Wire.parse(QueryStateNext.parser(), payload), execution);
            case QUERY_STATE_CLOSE -> close(Wire.parse(QueryStateClose.parser(), payload), execution);
            case GET_HISTORY_FOR_KEY -> history(Wire.parse(GetHistoryForKey.parser(), payload), execution, simulator);
            case GET_STATE_METADATA -> metadata(Wire.parse(GetStateMetadata.parser(), payload), execution, simulator);
            case PUT_STATE_METADATA -> putMetadata(Wire.parse(PutStateMetadata.parser(), payload), execution, simulator);
            case GET_PRIVATE_DATA_HASH -> privateHash(Wire.parse(GetState.parser(), payload), execution, simulator);
            case PURGE_PRIVATE_DATA -> purge(Wire.parse(DelState.parser(), payload), execution, simulator);
            case GET_QUERY_RESULT -> throw new LedgerException("ExecuteQuery not supported for leveldb");
            default -> throw new LedgerException("cannot handle message (%s) while in ready state".formatted(request.getType()));
        };
    }

    private static ByteString getState(GetState request, Execution execution, Simulator simulator) throws LedgerException {
        return bytes(value(request.getCollection(), request.getKey(), execution, simulator));
    }

    private static byte @Nullable [] value(String collection, String key, Execution execution, Simulator simulator) throws LedgerException {
        return isPrivate(collection, execution)
                ? simulator.getPrivateData(execution.namespace(), collection, key)
                : simulator.getState(execution.namespace(), key);
    }

    private static ByteString getStates(GetStateMultiple request, Execution execution, Simulator simulator) throws LedgerException {
        GetStateMultipleResult.Builder result = GetStateMultipleResult.newBuilder();
        for (String key : request.getKeysList()) {
            result.addValues(bytes(value(request.getCollection(), key, execution, simulator)));
        }
        return result.build().toByteString();
    }

    private static ByteString putState(PutState request, Execution execution, Simulator simulator) throws LedgerException {
        put(request.getCollection(), request.getKey(), request.getValue(), execution, simulator);
        return ByteString.EMPTY;
    }

    private static void put(String collection, String key, ByteString value, Execution execution, Simulator simulator)
            throws LedgerException {
        if (isPrivate(collection, execution)) {
            simulator.putPrivateData(execution.namespace(), collection, key, value.toByteArray());
        } else {
            simulator.putState(execution.namespace(), key, value.toByteArray());
        }
    }

    private static ByteString deleteState(DelState request, Execution execution, Simulator simulator) throws LedgerException {
        delete(request.getCollection(), request.getKey(), execution, simulator);
        return ByteString.EMPTY;
    }

    private static void delete(String collection, String key, Execution execution, Simulator simulator) throws LedgerException {
        if (isPrivate(collection, execution)) {
            simulator.deletePrivateData(execution.namespace(), collection, key);
        } else {
            simulator.deleteState(execution.namespace(), key);
        }
    }

    private static ByteString purge(DelState request, Execution execution, Simulator simulator) throws LedgerException {
        purge(request.getCollection(), request.getKey(), execution, simulator);
        return ByteString.EMPTY;
    }

    private static void purge(String collection, String key, Execution execution, Simulator simulator) throws LedgerException {
        if (!isPrivate(collection, execution)) {
            throw new LedgerException("only applicable for private data");
        }
        simulator.purgePrivateData(execution.namespace(), collection, key);
    }

    private static ByteString writeBatch(WriteBatchState batch, Execution execution, Simulator simulator) throws LedgerException {
        for (WriteRecord write : batch.getRecList()) {
            write(write, execution, simulator);
        }
        return ByteString.EMPTY;
    }

    private static void write(WriteRecord write, Execution execution, Simulator simulator) throws LedgerException {
        switch (write.getType()) {
            case PUT_STATE -> put(write.getCollection(), write.getKey(), write.getValue(), execution, simulator);
            case DEL_STATE -> delete(write.getCollection(), write.getKey(), execution, simulator);
            case PURGE_PRIVATE_DATA -> purge(write.getCollection(), write.getKey(), execution, simulator);
            case PUT_STATE_METADATA -> putMetadata(write.getCollection(), write.getKey(), write.getMetadata(), execution, simulator);
            default -> throw new LedgerException("unknown operation type");
        }
    }

    private static ByteString privateHash(GetState request, Execution execution, Simulator simulator) throws LedgerException {
        refusePrivateInInit(execution);
        return bytes(simulator.getPrivateDataHash(execution.namespace(), request.getCollection(), request.getKey()));
    }

    private static ByteString metadata(GetStateMetadata request, Execution execution, Simulator simulator) throws LedgerException {
        Map<String, byte[]> metadata = isPrivate(request.getCollection(), execution)
                ? simulator.getPrivateDataMetadata(execution.namespace(), request.getCollection(), request.getKey())
                : simulator.getStateMetadata(execution.namespace(), request.getKey());
        StateMetadataResult.Builder result = StateMetadataResult.newBuilder();
        metadata.forEach((name, value) -> result.addEntries(
                StateMetadata.newBuilder().setMetakey(name).setValue(ByteString.copyFrom(value))));
        return result.build().toByteString();
    }

    private static ByteString putMetadata(PutStateMetadata request, Execution execution, Simulator simulator) throws LedgerException {
        putMetadata(request.getCollection(), request.getKey(), request.getMetadata(), execution, simulator);
        return ByteString.EMPTY;
    }

    private static void putMetadata(String collection, String key, StateMetadata entry, Execution execution, Simulator simulator)
            throws LedgerException {
        Map<String, byte[]> metadata = Map.of(entry.getMetakey(), entry.getValue().toByteArray());
        if (isPrivate(collection, execution)) {
            simulator.setPrivateDataMetadata(execution.namespace(), collection, key, metadata);
        } else {
            simulator.setStateMetadata(execution.namespace(), key, metadata);
        }
    }

    private static ByteString range(GetStateByRange request, Execution execution, Simulator simulator)
            throws LedgerException, InvalidProtocolBufferException {
        QueryMetadata paging = QueryMetadata.parseFrom(request.getMetadata());
        boolean paged = paging.getPageSize() != 0 || !paging.getBookmark().isEmpty();
        if (isPrivate(request.getCollection(), execution)) {
            ResultsIterator<KeyValue> results = simulator.getPrivateDataRange(
                    execution.namespace(), request.getCollection(), request.getStartKey(), request.getEndKey());
            return firstBatch(results, execution);
        }
        return paged
                ? page(request, paging, execution, simulator)
                : firstBatch(simulator.getStateRange(execution.namespace(), request.getStartKey(), request.getEndKey()), execution);
    }

    private static ByteString page(GetStateByRange request, QueryMetadata paging, Execution execution, Simulator simulator)
            throws LedgerException {
        int size = paging.getPageSize() > 0 ? Math.min(paging.getPageSize(), TOTAL_QUERY_LIMIT) : TOTAL_QUERY_LIMIT;
        String start = paging.getBookmark().isEmpty() ? request.getStartKey() : paging.getBookmark();
        try (ResultsPage page = simulator.getStateRangePage(execution.namespace(), start, request.getEndKey(), size)) {
            return new QueryCursor<>(execution.nextQueryId(), page, result -> keyValue(execution, result), size)
                    .page(page)
                    .toByteString();
        }
    }

    private static ByteString history(GetHistoryForKey request, Execution execution, Simulator simulator) throws LedgerException {
        ResultsIterator<KeyModification> results = simulator.getHistory(execution.namespace(), request.getKey());
        return firstBatch(new QueryCursor<>(execution.nextQueryId(), results, StateRequests::modification, TOTAL_QUERY_LIMIT), execution);
    }

    private static ByteString firstBatch(ResultsIterator<KeyValue> results, Execution execution) {
        return firstBatch(
                new QueryCursor<>(execution.nextQueryId(), results, result -> keyValue(execution, result), TOTAL_QUERY_LIMIT), execution);
    }

    private static ByteString firstBatch(QueryCursor<?> cursor, Execution execution) {
        execution.open(cursor);
        return nextBatch(cursor, execution);
    }

    private static ByteString nextBatch(QueryCursor<?> cursor, Execution execution) {
        QueryResponse batch = cursor.nextBatch();
        if (!batch.getHasMore()) {
            execution.close(cursor.id());
        }
        return batch.toByteString();
    }

    private static ByteString next(QueryStateNext request, Execution execution) throws LedgerException {
        QueryCursor<?> cursor = execution.cursor(request.getId());
        if (cursor == null) {
            throw new LedgerException("query iterator not found");
        }
        return nextBatch(cursor, execution);
    }

    private static ByteString close(QueryStateClose request, Execution execution) {
        execution.close(request.getId());
        return QueryResponse.newBuilder().setId(request.getId()).build().toByteString();
    }

    private static MessageLite keyValue(Execution execution, KeyValue result) {
        return KV.newBuilder()
                .setNamespace(execution.namespace())
                .setKey(result.key())
                .setValue(ByteString.copyFrom(result.value()))
                .build();
    }

    private static MessageLite modification(KeyModification modification) {
        return org.hyperledger.fabric.protos.ledger.queryresult.KeyModification.newBuilder()
                .setTxId(modification.txId())
                .setValue(ByteString.copyFrom(modification.value()))
                .setTimestamp(modification.timestamp())
                .setIsDelete(modification.deleted())
                .build();
    }

    private static boolean isPrivate(String collection, Execution execution) throws LedgerException {
        if (collection.isEmpty()) {
            return false;
        }
        refusePrivateInInit(execution);
        return true;
    }

    private static void refusePrivateInInit(Execution execution) throws LedgerException {
        if (execution.init()) {
            throw new LedgerException("private data APIs are not allowed in chaincode Init()");
        }
    }

    private static ByteString bytes(byte @Nullable [] value) {
        return value == null ? ByteString.EMPTY : UnsafeByteOperations.unsafeWrap(value);
    }

    /** The requests that this class answers. */
    static final Set<ChaincodeMessage.Type> TYPES = Set.of(
            ChaincodeMessage.Type.GET_STATE,
            ChaincodeMessage.Type.PUT_STATE,
            ChaincodeMessage.Type.DEL_STATE,
            ChaincodeMessage.Type.GET_STATE_MULTIPLE,
            ChaincodeMessage.Type.WRITE_BATCH_STATE,
            ChaincodeMessage.Type.GET_STATE_BY_RANGE,
            ChaincodeMessage.Type.GET_QUERY_RESULT,
            ChaincodeMessage.Type.QUERY_STATE_NEXT,
            ChaincodeMessage.Type.QUERY_STATE_CLOSE,
            ChaincodeMessage.Type.GET_HISTORY_FOR_KEY,
            ChaincodeMessage.Type.GET_STATE_METADATA,
            ChaincodeMessage.Type.PUT_STATE_METADATA,
            ChaincodeMessage.Type.GET_PRIVATE_DATA_HASH,
            ChaincodeMessage.Type.PURGE_PRIVATE_DATA);
}
