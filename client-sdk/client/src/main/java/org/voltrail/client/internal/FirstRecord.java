package org.voltrail.client.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.voltrail.client.events.LedgerRecord;

/** Completes a future with a stream's first record and needs no more. */
final class FirstRecord<T extends LedgerRecord> implements Flow.Subscriber<T> {
    private final CompletableFuture<Void> seen;
    private Flow.@Nullable Subscription subscription;

    FirstRecord(CompletableFuture<Void> seen) {
        this.seen = seen;
    }

    @Override
    public void onSubscribe(Flow.Subscription accepted) {
        subscription = accepted;
        accepted.request(1);
    }

    @Override
    public void onNext(T entry) {
        if (subscription != null) {
            subscription.cancel();
        }
        seen.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        seen.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        seen.completeExceptionally(new CancellationException("The client was closed"));
    }
}
