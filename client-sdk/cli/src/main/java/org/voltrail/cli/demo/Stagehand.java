package org.voltrail.cli.demo;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.VoltrailClient;
import org.voltrail.model.Command;

/** Does the same for many batteries, some at a time. */
final class Stagehand {

    private final Cast cast;
    private final int inFlight;

    Stagehand(Cast cast, int inFlight) {
        this.cast = cast;
        this.inFlight = inFlight;
    }

    Cast cast() {
        return cast;
    }

    /** Submits a command and waits; for what happens once. */
    <R> R submit(VoltrailClient client, Command<R> command) {
        return cast.note(client.submitAndWait(command));
    }

    /** Submits a command for each item and waits for all of them; what fails first is thrown. */
    <T> void each(Collection<T> items, Function<T, CompletionStage<?>> step) {
        Semaphore slots = new Semaphore(inFlight);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        for (T item : items) {
            slots.acquireUninterruptibly();
            if (failure.get() != null) {
                slots.release();
                break;
            }
            begin(step, item).whenComplete((result, e) -> {
                if (e != null) {
                    failure.compareAndSet(null, e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
                }
                slots.release();
            });
        }
        slots.acquireUninterruptibly(inFlight);
        rethrow(failure.get());
        cast.catchUp();
    }

    private static <T> CompletionStage<?> begin(Function<T, CompletionStage<?>> step, T item) {
        try {
            return step.apply(item);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException known) {
            throw known;
        } else if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    /** A command for one item, to be returned from a step. */
    <R> CompletionStage<R> does(VoltrailClient client, Command<R> command) {
        return client.submit(command).thenApply(cast::note);
    }
}
