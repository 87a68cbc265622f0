package org.voltrail.client.internal.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.voltrail.client.events.Checkpoint;
import org.voltrail.client.events.LedgerReader;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.Subscription;

/** Reads on a thread of its own, so that a handler may take its time and block. */
final class ConsumerThread<T extends LedgerRecord> implements Subscription {
    private final LedgerReader<T> reader;
    private final Checkpoint checkpoint;
    private final Consumer<? super T> handler;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    ConsumerThread(LedgerReader<T> reader, Checkpoint checkpoint, Consumer<? super T> handler) {
        this.reader = reader;
        this.checkpoint = checkpoint;
        this.handler = handler;
    }

    ConsumerThread<T> start() {
        Thread thread = new Thread(this::run, "voltrail-consumer");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        try (reader) {
            while (reader.hasNext()) {
                T entry = reader.next();
                handler.accept(entry);
                checkpoint.advance(entry.position());
            }
            ended.complete(null);
        } catch (Throwable e) {
            ended.completeExceptionally(e);
        }
    }

    @Override
    public CompletionStage<Void> ended() {
        return ended;
    }

    @Override
    public void close() {
        reader.close();
    }
}
