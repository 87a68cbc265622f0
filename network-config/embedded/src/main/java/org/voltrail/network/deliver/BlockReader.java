package org.voltrail.network.deliver;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a channel's blocks from one number on, as fast as its consumer takes them, and goes on with new ones as they come. No thread
 * waits: the reader runs when it is woken and there is something to do.
 */
public final class BlockReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BlockReader.class);

    private final BlockFeed feed;
    private final Executor executor;
    private final BlockConsumer consumer;
    private final AtomicInteger wakes = new AtomicInteger();
    private long next;
    private volatile boolean closed;

    /** A reader that begins with block {@code from}; {@link #start} sets it going. */
    public BlockReader(BlockFeed feed, long from, Executor executor, BlockConsumer consumer) {
        this.feed = feed;
        this.next = from;
        this.executor = executor;
        this.consumer = consumer;
    }

    /** Begins to read. */
    public void start() {
        feed.addReader(this);
        wake();
    }

    /** Has the reader look whether it can go on. */
    public void wake() {
        if (!closed && wakes.getAndIncrement() == 0) {
            executor.execute(this::run);
        }
    }

    private void run() {
        int seen = wakes.get();
        while (seen != 0) {
            try {
                readOn();
            } catch (RuntimeException e) {
                LOG.error("Reading block {} of channel {} failed", next, feed.ledger().channelId(), e);
                close();
                consumer.failed(e);
            }
            seen = wakes.addAndGet(-seen);
        }
    }

    private void readOn() {
        while (!closed && consumer.isReady()) {
            if (next >= feed.height()) {
                if (!consumer.awaitMore(next)) {
                    close();
                }
                return;
            }
            CommittedBlock block = feed.block(next).orElseThrow();
            next++;
            if (!consumer.accept(block)) {
                close();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        feed.removeReader(this);
    }

    /** Takes blocks. Called by one thread at a time. */
    public interface BlockConsumer {
        /** Whether a block can be taken now; when that changes, the reader must be woken. */
        boolean isReady();

        /** Takes a block; false when that was the last one. */
        boolean accept(CommittedBlock block);

        /** The next block does not exist yet; false to end instead of waiting for it. */
        default boolean awaitMore(long number) {
            return true;
        }

        /** Reading failed; nothing more will come. */
        void failed(RuntimeException failure);
    }
}
