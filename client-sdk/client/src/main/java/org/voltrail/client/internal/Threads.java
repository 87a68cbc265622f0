package org.voltrail.client.internal;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The SDK's threads. Completions run on a fork-join pool: a few workers carry hundreds of commands, and one that waits for a stage
 * inside a callback is made up for by another, so that callbacks which block cannot stop the rest.
 */
final class Threads {
    private static final int FEWEST_WORKERS = 4;
    private static final Executor SHARED = new ForkJoinPool(
            Math.max(FEWEST_WORKERS, Runtime.getRuntime().availableProcessors()), Threads::worker, null, true);
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(Threads::timerThread);

    private Threads() {}

    /** The pool that clients share unless told otherwise. */
    static Executor shared() {
        return SHARED;
    }

    /** The timer for pauses. What it starts is short. */
    static ScheduledExecutorService timer() {
        return TIMER;
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "voltrail-timer");
        thread.setDaemon(true);
        return thread;
    }

    private static ForkJoinWorkerThread worker(ForkJoinPool pool) {
        ForkJoinWorkerThread thread = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
        thread.setName("voltrail-client-" + thread.getPoolIndex());
        return thread;
    }
}
