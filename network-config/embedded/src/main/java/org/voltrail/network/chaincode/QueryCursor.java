package org.voltrail.network.chaincode;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.jspecify.annotations.Nullable;
import org.voltrail.network.ledger.ResultsIterator;
import org.voltrail.network.ledger.ResultsPage;

/** An open query of a chaincode, handed over in batches. */
final class QueryCursor<T> implements AutoCloseable {
    private static final int BATCH = 100;

    private final String id;
    private final ResultsIterator<T> results;
    private final Function<T, MessageLite> encoder;
    private final int limit;
    private int returned;
    private @Nullable T held;

    QueryCursor(String id, ResultsIterator<T> results, Function<T, MessageLite> encoder, int limit) {
        this.id = id;
        this.results = results;
        this.encoder = encoder;
        this.limit = limit;
    }

    String id() {
        return id;
    }

    /** The next batch; its {@code has_more} is false when it is the last one. */
    QueryResponse nextBatch() {
        List<QueryResultBytes> batch = take(BATCH);
        held = batch.size() == BATCH ? next() : null;
        return QueryResponse.newBuilder().addAllResults(batch).setHasMore(held != null).setId(id).build();
    }

    /** All results of an explicit page, with the bookmark of the next one. */
    QueryResponse page(ResultsPage page) {
        List<QueryResultBytes> batch = take(limit);
        QueryResponseMetadata metadata = QueryResponseMetadata.newBuilder()
                .setFetchedRecordsCount(returned)
                .setBookmark(page.bookmark())
                .build();
        return QueryResponse.newBuilder().addAllResults(batch).setId(id).setMetadata(metadata.toByteString()).build();
    }

    private List<QueryResultBytes> take(int most) {
        List<QueryResultBytes> batch = new ArrayList<>(Math.min(most, BATCH));
        while (batch.size() < most) {
            T result = next();
            if (result == null) {
                break;
            }
            batch.add(encode(result));
        }
        return batch;
    }

    private @Nullable T next() {
        T waiting = held;
        if (waiting != null) {
            held = null;
            return waiting;
        }
        if (returned >= limit) {
            return null;
        }
        T result = results.next();
        if (result != null) {
            returned++;
        }
        return result;
    }

    private QueryResultBytes encode(T result) {
        ByteString bytes = encoder.apply(result).toByteString();
        return QueryResultBytes.newBuilder().setResultBytes(bytes).build();
    }

    @Override
    public void close() {
        results.close();
    }
}
