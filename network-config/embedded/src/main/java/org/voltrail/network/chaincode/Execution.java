package org.voltrail.network.chaincode;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.jspecify.annotations.Nullable;

/** One call of one chaincode within a transaction. Its state requests come one after the other. */
final class Execution {
    private final TransactionContext transaction;
    private final String namespace;
    private final boolean init;
    private final long deadlineNanos;
    private final CompletableFuture<ChaincodeMessage> outcome = new CompletableFuture<>();
    private final Map<String, QueryCursor<?>> cursors = new HashMap<>(2);
    private int queries;
    private volatile Runnable ending = () -> { };

    Execution(TransactionContext transaction, String namespace, boolean init, long deadlineNanos) {
        this.transaction = transaction;
        this.namespace = namespace;
        this.init = init;
        this.deadlineNanos = deadlineNanos;
    }

    TransactionContext transaction() {
        return transaction;
    }

    String namespace() {
        return namespace;
    }

    boolean init() {
        return init;
    }

    /** COMPLETED or ERROR from the chaincode, or a {@link ChaincodeException}. */
    CompletableFuture<ChaincodeMessage> outcome() {
        return outcome;
    }

    boolean overdue(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    String nextQueryId() {
        return Integer.toString(queries++);
    }

    void open(QueryCursor<?> cursor) {
        cursors.put(cursor.id(), cursor);
    }

    @Nullable QueryCursor<?> cursor(String id) {
        return cursors.get(id);
    }

    void close(String id) {
        QueryCursor<?> cursor = cursors.remove(id);
        if (cursor != null) {
            cursor.close();
        }
    }

    /** Has {@code action} run when the execution ends, before anybody learns of its outcome. */
    void beforeEnd(Runnable action) {
        ending = action;
    }

    void complete(ChaincodeMessage message) {
        end();
        outcome.complete(message);
    }

    void fail(ChaincodeException failure) {
        end();
        outcome.completeExceptionally(failure);
    }

    private void end() {
        ending.run();
        synchronized (transaction) {
            cursors.values().forEach(QueryCursor::close);
            cursors.clear();
        }
    }
}
