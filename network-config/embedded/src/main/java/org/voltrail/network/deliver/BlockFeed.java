package org.voltrail.network.deliver;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hyperledger.fabric.protos.common.Block;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.voltrail.network.ledger.ChannelLedger;

/**
 * Hands a channel's blocks to everybody who wants them: listeners learn of each new block in order, readers are woken and take what
 * they can take. The newest blocks stay in memory. The committing thread only passes the block on.
 */
public final class BlockFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BlockFeed.class);
    private static final int RECENT = 32;

    private final ChannelLedger ledger;
    private final ExecutorService dispatcher;
    private final List<BlockListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<BlockReader> readers = ConcurrentHashMap.newKeySet();
    private final AtomicReferenceArray<CommittedBlock> recent = new AtomicReferenceArray<>(RECENT);
    private final ChannelLedger.CommitListener commitListener = this::committed;

    /** Feeds from {@code ledger} until closed. */
    public BlockFeed(ChannelLedger ledger) {
        this.ledger = ledger;
        this.dispatcher = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "blocks-" + ledger.channelId());
            thread.setDaemon(true);
            return thread;
        });
        ledger.addListener(commitListener);
    }

    public ChannelLedger ledger() {
        return ledger;
    }

    private void committed(Block block) {
        CommittedBlock committed = new CommittedBlock(block);
        recent.set((int) (committed.number() % RECENT), committed);
        dispatcher.execute(() -> dispatch(committed));
    }

    private void dispatch(CommittedBlock block) {
        for (BlockListener listener : listeners) {
            try {
                listener.committed(block);
            } catch (RuntimeException e) {
                LOG.error("A listener failed on block {} of channel {}", block.number(), ledger.channelId(), e);
            }
        }
        readers.forEach(BlockReader::wake);
    }

    /** The block of that number, if it has been committed. */
    public Optional<CommittedBlock> block(long number) {
        CommittedBlock known = recent.get((int) (number % RECENT));
        return known != null && known.number() == number ? Optional.of(known) : ledger.block(number).map(CommittedBlock::new);
    }

    /** The number of committed blocks. */
    public long height() {
        return ledger.height();
    }

    /** Has the listener told of each block committed from now on, in order, on one thread. */
    public void addListener(BlockListener listener) {
        listeners.add(listener);
    }

    void addReader(BlockReader reader) {
        readers.add(reader);
    }

    void removeReader(BlockReader reader) {
        readers.remove(reader);
    }

    @Override
    public void close() {
        ledger.removeListener(commitListener);
        dispatcher.shutdown();
    }

    /** Told of committed blocks. Must be quick. */
    @FunctionalInterface
    public interface BlockListener {
        void committed(CommittedBlock block);
    }
}
