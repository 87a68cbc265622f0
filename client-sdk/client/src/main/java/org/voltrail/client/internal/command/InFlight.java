package org.voltrail.client.internal.command;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets a bounded number of tasks be under way; the rest waits in line without a thread. */
final class InFlight {
    private final int limit;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int running;

    InFlight(int limit, Executor executor) {
        this.limit = limit;
        this.executor = executor;
    }

    /** Starts a task, now on the caller's thread or later on the executor. The task must call {@link #leave} when it is over. */
    void enter(Runnable task) {
        if (admit(task)) {
            task.run();
        }
    }

    private synchronized boolean admit(Runnable task) {
        if (running < limit) {
            running++;
            return true;
        }
        waiting.add(task);
        return false;
    }

    /** A task is over: the next in line takes its place. */
    void leave() {
        Runnable next = next();
        if (next != null) {
            executor.execute(next);
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            running--;
        }
        return next;
    }
}
