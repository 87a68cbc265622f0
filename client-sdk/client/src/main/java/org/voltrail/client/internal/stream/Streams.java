package org.voltrail.client.internal.stream;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.voltrail.client.events.BlockRecord;
import org.voltrail.client.events.EventRecord;
import org.voltrail.client.events.LedgerRecord;
import org.voltrail.client.events.LedgerStream;
import org.voltrail.client.events.StartPosition;
import org.voltrail.client.identity.LedgerIdentity;
import org.voltrail.client.internal.gateway.Drafts;
import org.voltrail.client.internal.gateway.PeerPool;

/** The streams of one client. */
public final class Streams implements AutoCloseable {
    private final PeerPool peers;
    private final Supplier<CompletionStage<Long>> height;
    private final ScheduledExecutorService timer;
    private final Executor executor;
    private final LedgerStream<EventRecord> events;
    private final LedgerStream<BlockRecord> blocks;
    private final Set<HealingSubscription<?>> open = ConcurrentHashMap.newKeySet();

    /** Streams of an identity from an organisation's peers. */
    public Streams(
            LedgerIdentity identity,
            Drafts drafts,
            PeerPool peers,
            Supplier<CompletionStage<Long>> height,
            ScheduledExecutorService timer,
            Executor executor) {
        this.peers = peers;
        this.height = height;
        this.timer = timer;
        this.executor = executor;
        this.events = stream(new EventSource(identity, drafts));
        this.blocks = stream(new BlockSource(identity, drafts));
    }

    /** Chaincode events. */
    public LedgerStream<EventRecord> events() {
        return events;
    }

    /** Blocks. */
    public LedgerStream<BlockRecord> blocks() {
        return blocks;
    }

    private <T extends LedgerRecord> LedgerStream<T> stream(PeerSource<T> source) {
        RecordSource<T> pooled = new PooledSource<>(peers, source);
        return new PeerStream<>((start, subscriber) -> subscribe(pooled, start, subscriber));
    }

    private <T extends LedgerRecord> void subscribe(
            RecordSource<T> source, StartPosition start, Flow.Subscriber<? super T> subscriber) {
        HealingSubscription<?>[] self = new HealingSubscription<?>[1];
        HealingSubscription<T> subscription = new HealingSubscription<>(
                source, start, height, subscriber, timer, executor, () -> open.remove(self[0]));
        self[0] = subscription;
        open.add(subscription);
        subscription.start();
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(HealingSubscription::complete);
    }
}
