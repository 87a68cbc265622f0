package org.voltrail.client.internal.command;

import io.grpc.Status;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.voltrail.client.VoltrailException;
import org.voltrail.client.ledger.TransactionException;

/** Handling of completion stages. */
public final class Stages {
    private Stages() {}

    /** What a stage's failure is really about. */
    public static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A stage that fails with the exception itself instead of one that wraps it. */
    public static <T> CompletableFuture<T> unwrapped(CompletionStage<T> stage) {
        CompletableFuture<T> plain = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                plain.complete(value);
            } else {
                plain.completeExceptionally(cause(failure));
            }
        });
        return plain;
    }

    /**
     * Waits for a stage that nobody else waits for. What it fails with is thrown with the stack of the caller, which tells more than
     * that of the worker which received the answer.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for the ledger");
        } catch (ExecutionException e) {
            throw rethrown(cause(e));
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException exception) {
            exception.fillInStackTrace();
            return exception;
        }
        return new VoltrailException("Unforeseen failure: " + cause, cause);
    }

    static boolean isDeadlineExceeded(Throwable cause) {
        return cause instanceof TransactionException failure && failure.status() == Status.Code.DEADLINE_EXCEEDED;
    }
}
