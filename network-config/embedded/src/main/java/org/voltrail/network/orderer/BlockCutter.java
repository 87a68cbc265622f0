package org.voltrail.network.orderer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.voltrail.network.channel.BatchSettings;

/**
 * Cuts blocks from what waits: as much as fits, as soon as somebody asks. A message above the preferred size, and a configuration, has a
 * block to itself. Thread-safe.
 */
final class BlockCutter {
    private final Deque<PendingEnvelope> queue = new ArrayDeque<>();
    private boolean closed;

    synchronized void add(PendingEnvelope envelope) {
        queue.add(envelope);
        notifyAll();
    }

    /** Waits for messages; empty when the cutter is closed. */
    synchronized List<PendingEnvelope> take(BatchSettings limits) throws InterruptedException {
        while (queue.isEmpty() && !closed) {
            wait();
        }
        return queue.isEmpty() ? List.of() : cut(limits);
    }

    private List<PendingEnvelope> cut(BatchSettings limits) {
        List<PendingEnvelope> batch = new ArrayList<>(Math.min(queue.size(), limits.maxMessages()));
        long size = 0;
        while (!queue.isEmpty() && batch.size() < limits.maxMessages()) {
            PendingEnvelope next = queue.element();
            boolean alone = next.isConfig() || next.size() > limits.preferredMaxBytes();
            if (!batch.isEmpty() && (alone || size + next.size() > limits.preferredMaxBytes())) {
                break;
            }
            batch.add(queue.remove());
            size += next.size();
            if (alone) {
                break;
            }
        }
        return batch;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
