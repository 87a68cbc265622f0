package org.voltrail.client.internal.stream;

import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins a gRPC call with manual flow control to a listener. */
final class CallListener<Q, A, T> implements ClientResponseObserver<Q, A>, RecordSource.LiveCall {
    private final RecordSource.Listener<T> listener;
    private final Function<A, List<T>> reader;
    private @Nullable ClientCallStreamObserver<Q> call;

    CallListener(RecordSource.Listener<T> listener, Function<A, List<T>> reader) {
        this.listener = listener;
        this.reader = reader;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> requests) {
        requests.disableAutoRequestWithInitial(0);
        call = requests;
    }

    @Override
    public void onNext(A message) {
        try {
            listener.onMessage(reader.apply(message));
        } catch (RuntimeException e) {
            cancel();
            listener.onEnd(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        listener.onEnd(failure);
    }

    @Override
    public void onCompleted() {
        listener.onEnd(null);
    }

    @Override
    public void request() {
        if (call != null) {
            call.request(1);
        }
    }

    @Override
    public void cancel() {
        if (call != null) {
            call.cancel("the reader needs no more", null);
        }
    }
}
